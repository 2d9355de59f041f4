package io.muster.contract.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.schema.EnrollmentEvent;
import io.muster.schema.Target;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Distinguishes a registry that lost its schemas and reassigned ids from records that do not belong on the topic. */
class LostSchemasTest {

    private static final Topic<EnrollmentEvent> TOPIC = Topics.ENROLLMENTS;

    private final RegistryServer registry = new RegistryServer();
    private final AvroSerdes sender =
            new AvroSerdes("mock://" + UUID.randomUUID(), Map.of("auto.register.schemas", true));
    private final EnrollmentEvent event = SampleRecords.full(EnrollmentEvent.class);
    private final byte[] statement = sender.serializer(TOPIC).serialize(TOPIC.name(), event);
    private final byte[] target = sender.serializer(Topics.TARGETS).serialize(Topics.TARGETS.name(), new Target(285L));

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void shouldReportLostSchemasWhenTheRegistryHasNoneOfTheTopic() {
        assertThatThrownBy(() -> read(statement))
                .isInstanceOf(RegistryOutageException.class)
                .hasMessageStartingWith("the schema registry has lost its schemas: it has none under"
                        + " muster.enrollments-value, and 1, which a record of muster.enrollments names, is"
                        + " unknown to it.")
                .hasMessageContaining("Restore the registry from its backup");
    }

    @Test
    void shouldReportAnIdReassignedToAnotherSchema() {
        registry.with(1, Topics.TARGETS.subject(), AvroSerdes.schema(Topics.TARGETS))
                .with(2, TOPIC.subject(), AvroSerdes.schema(TOPIC));

        assertThatThrownBy(() -> read(statement))
                .isInstanceOf(RegistryOutageException.class)
                .hasMessageStartingWith("the schema registry has given schema id 1 to another schema"
                        + " (io.muster.schema.Target): a record of muster.enrollments uses that id, but its bytes"
                        + " are a complete io.muster.schema.EnrollmentEvent, as under muster.enrollments-value.")
                .hasMessageContaining("that senders use? If it was another registry")
                .hasMessageContaining("--schema-registry-config moved.schema.ids=refuse");
    }

    @Test
    void shouldRejectARecordWithAReassignedIdIfConfigured() {
        registry.with(1, Topics.TARGETS.subject(), AvroSerdes.schema(Topics.TARGETS));

        assertThatThrownBy(() -> new AvroSerdes(registry.url(), Map.of("moved.schema.ids", "refuse"))
                        .deserializer(TOPIC)
                        .deserialize(TOPIC.name(), statement))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void shouldRecognizeARecordOfAnEarlierVersionUnderAReassignedId() {
        registry.with(1, Topics.TARGETS.subject(), AvroSerdes.schema(Topics.TARGETS));
        byte[] withoutLastFields = sender.serializer(TOPIC)
                .serialize(
                        TOPIC.name(),
                        EnrollmentEvent.newBuilder(event)
                                .setOccupation(null)
                                .setIncomeBand(null)
                                .build());

        assertThatThrownBy(() -> read(Arrays.copyOf(withoutLastFields, withoutLastFields.length - 2)))
                .isInstanceOf(RegistryOutageException.class);
    }

    @Test
    void shouldReportAnIdReassignedToAnotherVersion() {
        Schema other = new Schema.Parser()
                .parse(AvroSerdes.schema(TOPIC)
                        .toString()
                        .replace(
                                "{\"name\":\"version\"",
                                "{\"name\":\"note\",\"type\":\"string\",\"default\":\"\"},{\"name\":\"version\""));
        registry.with(1, TOPIC.subject(), other);

        assertThatThrownBy(() -> read(statement))
                .isInstanceOf(RegistryOutageException.class)
                .hasMessageContaining("another version");
    }

    @Test
    void shouldRejectARecordOfAnotherType() {
        Schema invoice = SchemaBuilder.record("org.example.Invoice")
                .fields()
                .requiredInt("sum")
                .endRecord();
        registry.with(2, Topics.TARGETS.subject(), AvroSerdes.schema(Topics.TARGETS))
                .with(1, TOPIC.subject(), AvroSerdes.schema(TOPIC))
                .with(3, "invoices-value", invoice);

        assertThatThrownBy(() -> read(target))
                .isInstanceOf(SerializationException.class)
                .hasMessage("expected io.muster.schema.EnrollmentEvent, found io.muster.schema.Target");
        assertThatThrownBy(() -> read(new byte[] {0, 0, 0, 0, 3, 14}))
                .isInstanceOf(SerializationException.class)
                .hasMessage("expected io.muster.schema.EnrollmentEvent, found org.example.Invoice");
    }

    @Test
    void shouldRejectBytesThatMatchNeitherTheirIdNorTheTopic() {
        registry.with(1, Topics.TARGETS.subject(), AvroSerdes.schema(Topics.TARGETS));

        assertThatThrownBy(() -> read(Arrays.copyOf(statement, 30))).isInstanceOf(SerializationException.class);
    }

    @Test
    void shouldResumeWhenTheRegistryHasBeenRestored() {
        AvroSerdes serdes = new AvroSerdes(registry.url(), Map.of("max.retries", "0"));
        assertThatThrownBy(() -> serdes.deserializer(TOPIC).deserialize(TOPIC.name(), statement))
                .isInstanceOf(RegistryOutageException.class);

        registry.with(1, TOPIC.subject(), AvroSerdes.schema(TOPIC));

        assertThat(serdes.deserializer(TOPIC).deserialize(TOPIC.name(), statement))
                .isEqualTo(event);
    }

    private EnrollmentEvent read(byte[] bytes) {
        return new AvroSerdes(registry.url(), Map.of("max.retries", "0"))
                .deserializer(TOPIC)
                .deserialize(TOPIC.name(), bytes);
    }
}
