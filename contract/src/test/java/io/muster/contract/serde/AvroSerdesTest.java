package io.muster.contract.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.schema.EnrollmentEvent;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.Gender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerdesTest {

    private static final String SCOPE = "avro-serdes-test";
    private static final String REGISTRY = "mock://" + SCOPE;

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY, Map.of());
    private final SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(SCOPE);

    @AfterEach
    void forgetSchemas() {
        MockSchemaRegistry.dropScope(SCOPE);
    }

    static Stream<Topic<?>> avroTopics() {
        return Topics.all("any").stream().filter(Topic::isAvro);
    }

    @ParameterizedTest
    @MethodSource("avroTopics")
    <V> void shouldReadWhatItWroteOnEveryTopic(Topic<V> topic) throws IOException, RestClientException {
        register(topic, AvroSerdes.schema(topic));

        for (V written : List.of(SampleRecords.full(topic.valueType()), SampleRecords.sparse(topic.valueType()))) {
            byte[] bytes = serdes.serializer(topic).serialize(topic.name(), written);
            assertThat(serdes.deserializer(topic).deserialize(topic.name(), bytes))
                    .isInstanceOf(topic.valueType())
                    .isEqualTo(written);
        }
    }

    @ParameterizedTest
    @MethodSource("avroTopics")
    <V> void shouldWriteTheSameBytesAsConfluentsSerializer(Topic<V> topic) throws IOException, RestClientException {
        register(topic, AvroSerdes.schema(topic));
        KafkaAvroSerializer confluent = new KafkaAvroSerializer();
        confluent.configure(
                Map.of(
                        "schema.registry.url",
                        REGISTRY,
                        "auto.register.schemas",
                        false,
                        "avro.remove.java.properties",
                        true),
                false);
        Serializer<V> serializer = serdes.serializer(topic);

        for (int i = 0; i < 3; i++) {
            for (V value : List.of(SampleRecords.full(topic.valueType()), SampleRecords.sparse(topic.valueType()))) {
                assertThat(serializer.serialize(topic.name(), value))
                        .isEqualTo(confluent.serialize(topic.name(), value));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("avroTopics")
    <V> void shouldReadEveryRecordLikeTheFirst(Topic<V> topic) throws IOException, RestClientException {
        register(topic, AvroSerdes.schema(topic));
        Serializer<V> serializer = serdes.serializer(topic);
        Deserializer<V> deserializer = serdes.deserializer(topic);

        for (int i = 0; i < 3; i++) {
            for (V value : List.of(SampleRecords.full(topic.valueType()), SampleRecords.sparse(topic.valueType()))) {
                byte[] bytes = serializer.serialize(topic.name(), value);
                assertThat(deserializer.deserialize(topic.name(), bytes)).isEqualTo(value);
            }
        }
    }

    @Test
    void shouldRejectBrokenBytesAfterValidOnes() throws IOException, RestClientException {
        register(Topics.ENROLLMENTS, AvroSerdes.schema(Topics.ENROLLMENTS));
        String topic = Topics.ENROLLMENTS.name();
        byte[] good = serdes.serializer(Topics.ENROLLMENTS).serialize(topic, anEvent());
        byte[] cut = Arrays.copyOf(good, good.length / 2);
        byte[] ofUnknownSchema = good.clone();
        ofUnknownSchema[1] = 77;
        Deserializer<EnrollmentEvent> deserializer = serdes.deserializer(Topics.ENROLLMENTS);
        deserializer.deserialize(topic, good);

        for (byte[] broken : List.of(cut, ofUnknownSchema, new byte[0], new byte[] {0})) {
            assertThatThrownBy(() -> deserializer.deserialize(topic, broken))
                    .isInstanceOf(SerializationException.class);
        }
        assertThat(deserializer.deserialize(topic, good)).isEqualTo(anEvent());
    }

    @Test
    void shouldKeepDaysInstantsAndEventIds() throws IOException, RestClientException {
        int id = register(Topics.ENROLLMENTS, AvroSerdes.schema(Topics.ENROLLMENTS));
        EnrollmentEvent written = anEvent();

        byte[] bytes = serdes.serializer(Topics.ENROLLMENTS).serialize(Topics.ENROLLMENTS.name(), written);
        EnrollmentEvent read = serdes.deserializer(Topics.ENROLLMENTS).deserialize(Topics.ENROLLMENTS.name(), bytes);

        assertThat(bytes).as("magic byte and schema id").startsWith(0, id >> 24, id >> 16, id >> 8, id);
        assertThat(read.getEventId()).isEqualTo(UUID.fromString("80000000-1111-4222-8333-444444444444"));
        assertThat(read.getEnrolledOn()).isEqualTo(LocalDate.of(2023, 5, 12));
        assertThat(read.getEnrolledAt()).isEqualTo(Instant.parse("2023-05-12T01:02:03.004Z"));
        assertThat(read.getAreaId()).isEqualTo("yên-dũng");
        assertThat(read.getAgeBand()).isEmpty();
        assertThat(read.getOccupation()).contains("farming");
    }

    @Test
    void shouldReadARecordOfANewerWriter() throws IOException, RestClientException {
        Schema ahead = new Schema.Parser()
                .parse(AvroSerdes.schema(Topics.ENROLLMENTS)
                        .toString()
                        .replace(
                                "{\"name\":\"source\"",
                                "{\"name\":\"channel\",\"type\":[\"null\",\"string\"],\"default\":null},"
                                        + "{\"name\":\"source\"")
                        .replace("\"WITHDRAWN\"]", "\"WITHDRAWN\",\"SUSPENDED\"]"));
        register(Topics.ENROLLMENTS, ahead);
        GenericRecord written = aGenericEvent(ahead);

        EnrollmentEvent read =
                serdes.deserializer(Topics.ENROLLMENTS).deserialize(Topics.ENROLLMENTS.name(), writeGeneric(written));

        assertThat(read.getSource()).isEqualTo("office");
        assertThat(read.getAreaId()).isEqualTo("yen-dung");
        assertThat(read.getStatus()).as("a status that it does not know").isEqualTo(EnrollmentStatus.UNKNOWN);
    }

    @Test
    void shouldNotPublishJavaPropertiesInSchemas() {
        assertThat(avroTopics().map(AvroSerdes::schema).map(Schema::toString))
                .noneMatch(json -> json.contains("avro.java"));
    }

    @Test
    void shouldPassTombstonesThrough() {
        assertThat(serdes.serializer(Topics.AREAS).serialize(Topics.AREAS.name(), null))
                .isNull();
        assertThat(serdes.deserializer(Topics.AREAS).deserialize(Topics.AREAS.name(), null))
                .isNull();
    }

    @Test
    void shouldRejectBytesThatDoNotDecode() {
        try (Deserializer<EnrollmentEvent> deserializer = serdes.deserializer(Topics.ENROLLMENTS)) {
            assertThatThrownBy(() -> deserializer.deserialize(
                            Topics.ENROLLMENTS.name(), "not avro".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void shouldNotRegisterAMissingSchema() {
        assertThatThrownBy(() -> serdes.serializer(Topics.ENROLLMENTS).serialize(Topics.ENROLLMENTS.name(), anEvent()))
                .isInstanceOf(RegistryOutageException.class)
                .hasMessage(
                        "the schema registry does not have our schema under muster.enrollments-value; register it with"
                                + " `muster topics`");
    }

    @Test
    void shouldRejectATopicWithoutAvroRecords() {
        assertThatThrownBy(() -> serdes.serializer(Topics.REJECTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("muster.rejections carries bytes as received, not Avro records");
    }

    private int register(Topic<?> topic, Schema schema) throws IOException, RestClientException {
        return registry.register(topic.subject(), new AvroSchema(schema));
    }

    private static byte[] writeGeneric(GenericRecord value) {
        try (KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
            serializer.configure(Map.of("schema.registry.url", REGISTRY, "auto.register.schemas", false), false);
            return serializer.serialize(Topics.ENROLLMENTS.name(), value);
        }
    }

    private static GenericRecord aGenericEvent(Schema schema) {
        return new GenericRecordBuilder(schema)
                .set("eventId", UUID.randomUUID().toString())
                .set("campaignId", "drive")
                .set("participantRef", "p1")
                .set("version", 1L)
                .set(
                        "status",
                        new GenericData.EnumSymbol(schema.getField("status").schema(), "SUSPENDED"))
                .set("areaId", "yen-dung")
                .set("enrolledOn", 19_489)
                .set("enrolledAt", 1L)
                .set("recordedAt", 2L)
                .set("channel", "mobile")
                .set("source", "office")
                .build();
    }

    private static EnrollmentEvent anEvent() {
        return EnrollmentEvent.newBuilder()
                .setEventId(UUID.fromString("80000000-1111-4222-8333-444444444444"))
                .setCampaignId("drive")
                .setParticipantRef("p1")
                .setVersion(1)
                .setStatus(EnrollmentStatus.ENROLLED)
                .setAreaId("yên-dũng")
                .setEnrolledOn(LocalDate.of(2023, 5, 12))
                .setEnrolledAt(Instant.parse("2023-05-12T01:02:03.004Z"))
                .setRecordedAt(Instant.parse("2023-05-12T02:02:03.004Z"))
                .setSource("office")
                .setGender(Gender.FEMALE)
                .setOccupation("farming")
                .build();
    }
}
