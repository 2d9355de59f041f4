package io.muster.streams.mapping;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Rejection.Reason;
import io.muster.domain.statement.Statement;
import io.muster.schema.Area;
import io.muster.schema.EnrollmentEvent;
import io.muster.streams.mapping.StatementReader.Reading;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementReaderTest {

    private static final byte[] KEY = "drive:p1".getBytes(UTF_8);

    private final Statement statement = aStatement()
            .in("Yên Dũng")
            .gender(Gender.FEMALE)
            .ageBand("30–39")
            .source("BHXH huyện")
            .build();
    private final long sentAt = statement.recordedAt().toEpochMilli();
    private final AvroSerdes serdes =
            new AvroSerdes("mock://" + UUID.randomUUID(), Map.of("auto.register.schemas", true));
    private final StatementReader reader = new StatementReader(
            new RegistryRetry(new NoRegistryOutage()).deserializer(serdes.deserializer(Topics.ENROLLMENTS)));

    @Test
    void shouldReadAllFieldsOfAStatement() {
        assertThat(reader.read(KEY, bytes(), sentAt)).isEqualTo(new Reading.Valid(statement));
    }

    @Test
    void shouldNameTheUnexpectedRecordType() {
        byte[] area = bytes(
                Topics.AREAS,
                Area.newBuilder()
                        .setLevel("district")
                        .setKind("district")
                        .setNames(Map.of())
                        .build());

        Rejection rejection = rejected(KEY, area);

        assertThat(rejection)
                .isEqualTo(new Rejection(
                        Reason.UNDECODABLE, "expected io.muster.schema.EnrollmentEvent, found io.muster.schema.Area"));
    }

    @Test
    void shouldNameAnUnexpectedForeignSchema() {
        Schema foreign = SchemaBuilder.record("Invoice")
                .namespace("org.example")
                .fields()
                .requiredInt("sum")
                .endRecord();
        @SuppressWarnings("unchecked") // Confluent's serializer accepts any Avro record
        Serializer<Object> any = (Serializer<Object>) (Serializer<?>) serdes.serializer(Topics.ENROLLMENTS);
        byte[] invoice = any.serialize(
                "somewhere-else",
                new GenericRecordBuilder(foreign).set("sum", 7).build());

        Rejection rejection = rejected(KEY, invoice);

        assertThat(rejection.reason()).isEqualTo(Reason.UNDECODABLE);
        assertThat(rejection.detail()).contains("org.example.Invoice");
    }

    @Test
    void shouldExplainWhyBytesCannotBeDecoded() {
        assertThat(rejected(KEY, "{\"eventId\":1}".getBytes(UTF_8)).detail()).contains("Unknown magic byte");
        assertThat(rejected(KEY, null)).isEqualTo(new Rejection(Reason.NO_VALUE, "the record has no value"));
    }

    @Test
    void shouldRejectAReferenceThatIsNotInCanonicalForm() {
        byte[] key = "drive:p1\u200b".getBytes(UTF_8);

        Rejection rejection = rejected(
                key,
                bytes(
                        Topics.ENROLLMENTS,
                        StatementMapping.toAvro(aStatement().by("p1\u200b").build())));

        assertThat(rejection.reason()).isEqualTo(Reason.INVALID_ID);
        assertThat(rejection.detail())
                .contains("participantRef must not contain U+200B ZERO WIDTH SPACE at character 3");
    }

    @Test
    void shouldRejectABareNumberUnlessAllowed() {
        byte[] key = "drive:024098000123".getBytes(UTF_8);
        Statement numbered = aStatement().by("024098000123").build();
        StatementReader allowing = new StatementReader(serdes.deserializer(Topics.ENROLLMENTS), NumericRefs.ALLOWED);

        assertThat(rejected(key, bytes(Topics.ENROLLMENTS, StatementMapping.toAvro(numbered)))
                        .reason())
                .isEqualTo(Reason.NUMERIC_PARTICIPANT_REF);
        assertThat(allowing.read(key, bytes(Topics.ENROLLMENTS, StatementMapping.toAvro(numbered)), sentAt))
                .isEqualTo(new Reading.Valid(numbered));
    }

    @Test
    void shouldRejectAVersionAheadOfRecordedAtAndAYearOutOfRange() {
        assertThat(rejected(
                                KEY,
                                bytes(
                                        Topics.ENROLLMENTS,
                                        StatementMapping.toAvro(aStatement()
                                                .version(Long.MAX_VALUE)
                                                .build())))
                        .reason())
                .isEqualTo(Reason.VERSION_AHEAD_OF_RECORDED_AT);
        EnrollmentEvent far = EnrollmentEvent.newBuilder(StatementMapping.toAvro(statement))
                .setRecordedAt(Instant.ofEpochMilli(Long.MAX_VALUE))
                .build();
        assertThat(rejected(KEY, bytes(Topics.ENROLLMENTS, far)).reason()).isEqualTo(Reason.YEAR_OUT_OF_RANGE);
    }

    @Test
    void shouldNormaliseSegmentValues() {
        Statement odd = aStatement().by("p1").ageBand("30\u200b-39 ").build();

        assertThat(reader.read(KEY, bytes(Topics.ENROLLMENTS, StatementMapping.toAvro(odd)), sentAt))
                .isEqualTo(
                        new Reading.Valid(aStatement().by("p1").ageBand("30-39").build()));
    }

    @Test
    void shouldRejectAMismatchedKey() {
        assertThat(rejected("drive:p2".getBytes(UTF_8), bytes()).reason()).isEqualTo(Reason.KEY_MISMATCH);
        assertThat(rejected(null, bytes()).reason()).isEqualTo(Reason.KEY_MISMATCH);
    }

    @Test
    void shouldAcceptOrRejectAnyBytes() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] value = bytes();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                value[5 + random.nextInt(value.length - 5)] = (byte) random.nextInt();
            }

            assertThat(reader.read(KEY, value, sentAt)).isInstanceOf(Reading.class);
        }
    }

    private Rejection rejected(byte @Nullable [] key, byte @Nullable [] value) {
        Reading reading = reader.read(key, value, sentAt);
        assertThat(reading).isInstanceOf(Reading.Rejected.class);
        return ((Reading.Rejected) reading).rejection();
    }

    private byte[] bytes() {
        return bytes(Topics.ENROLLMENTS, StatementMapping.toAvro(statement));
    }

    private <V> byte[] bytes(Topic<V> topic, V value) {
        return serdes.serializer(topic).serialize(topic.name(), value);
    }
}
