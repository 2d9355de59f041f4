package io.muster.streams.topology.ledger;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.domain.fixture.TestIds.participantRef;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.RejectionHeaders;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.FuzzedInputs;
import io.muster.domain.ledger.Standing;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.schema.EnrollmentEvent;
import io.muster.streams.mapping.Origin;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.mapping.StatementReader.Reading;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds arbitrary bytes to {@link StatementReader}, with and without a valid schema id, and reads them as headers. */
class EnrollmentRecordFuzzTest {

    private static final FuzzedInputs INPUTS = new FuzzedInputs("records of enrollments", 64);
    private static final int PREFIX = 1 + Integer.BYTES;
    private static final AvroSerdes SERDES =
            new AvroSerdes("mock://fuzz-enrollments", Map.of("auto.register.schemas", true));
    private static final Serializer<EnrollmentEvent> SERIALIZER = SERDES.serializer(Topics.ENROLLMENTS);
    private static final Deserializer<EnrollmentEvent> DESERIALIZER = SERDES.deserializer(Topics.ENROLLMENTS);
    private static final StatementReader READER = new StatementReader(DESERIALIZER);
    private static final Statement STATEMENT = aStatement()
            .by("p1")
            .in("yên-dũng")
            .segments(new Segments(Gender.FEMALE, "30–39", "nông dân", "low"))
            .build();

    static Stream<byte[]> seeds() {
        byte[] full = bytes(STATEMENT);
        byte[] sparse = bytes(aStatement().build());
        return Stream.of(
                Arrays.copyOfRange(full, PREFIX, full.length),
                Arrays.copyOfRange(sparse, PREFIX, sparse.length),
                full,
                "3@17".getBytes(UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void shouldAcceptOrRejectEachRecord(byte[] bytes) throws Exception {
        INPUTS.run(() -> {
            check(bytes);
            byte[] framed = Arrays.copyOf(bytes(STATEMENT), PREFIX + bytes.length);
            System.arraycopy(bytes, 0, framed, PREFIX, bytes.length);
            check(framed);
            checkHeaders(bytes);
        });
    }

    private static void check(byte[] value) {
        EnrollmentEvent event = decoded(value);
        String key = event == null
                ? "drive:p1"
                : RecordKeys.participant(campaignId(event.getCampaignId()), participantRef(event.getParticipantRef()));
        long timestamp = event == null ? 0 : event.getRecordedAt().toEpochMilli();

        Reading reading = READER.read(key.getBytes(UTF_8), value, timestamp);
        if (reading instanceof Reading.Valid valid) {
            Statement statement = valid.statement();
            assertThat(READER.read(key.getBytes(UTF_8), bytes(statement), timestamp))
                    .isEqualTo(valid);
            Standing standing = Standing.of(statement, timestamp);
            assertThat(StandingCodec.fromBytes(StandingCodec.toBytes(standing))).isEqualTo(standing);
        } else if (reading instanceof Reading.Rejected rejected) {
            assertThat(rejected.rejection().detail()).isNotBlank();
        }
        assertThat(READER.read(null, value, timestamp)).isInstanceOf(Reading.Rejected.class);
        assertThat(READER.read(value, value, timestamp)).isInstanceOf(Reading.class);
    }

    private static @Nullable EnrollmentEvent decoded(byte[] value) {
        try {
            return DESERIALIZER.deserialize(Topics.ENROLLMENTS.name(), value);
        } catch (SerializationException e) {
            return null;
        }
    }

    private static void checkHeaders(byte[] value) {
        Origin here = new Origin(1, 2);
        Headers headers = new RecordHeaders();
        for (String name : new String[] {"reason", "detail", "topic", "partition", "offset", "timestamp"}) {
            headers.add("muster.rejection." + name, value);
        }
        headers.add("muster.sent-home-from", value);

        Origin origin = Origin.of(headers, here);
        assertThat(Origin.of(origin.addedTo(headers), here)).isEqualTo(origin);
        RejectionHeaders.of(headers)
                .ifPresent(parsed -> assertThat(RejectionHeaders.of(parsed.addedTo(new RecordHeaders())))
                        .contains(parsed));
        assertThat(RejectionHeaders.received(headers)).hasSize(1);
    }

    private static byte[] bytes(Statement statement) {
        return SERIALIZER.serialize(Topics.ENROLLMENTS.name(), StatementMapping.toAvro(statement));
    }

    @AfterAll
    static void report() {
        INPUTS.report();
    }
}
