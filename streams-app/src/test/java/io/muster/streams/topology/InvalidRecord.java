package io.muster.streams.topology;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.domain.statement.Statement;
import io.muster.schema.EnrollmentEvent;
import io.muster.schema.EnrollmentStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The ways in which the record of a statement can be invalid. */
public enum InvalidRecord {
    NO_VALUE,
    NO_KEY,
    KEY_OF_ANOTHER_PARTICIPANT,
    CUT_SHORT,
    NOT_AVRO,
    UNKNOWN_STATUS,
    BLANK_AREA,
    DAY_FAR_FROM_TIME,
    RECORDED_BEFORE_IT_HAPPENED,
    FROM_THE_FUTURE;

    private static final List<InvalidRecord> ALL = List.of(values());
    private static final Duration TOO_FAR = Duration.ofDays(2);

    public static InvalidRecord any(Random random) {
        return of(random.nextInt(ALL.size()));
    }

    /** @param choice any non-negative number */
    public static InvalidRecord of(int choice) {
        return ALL.get(choice % ALL.size());
    }

    /** A record that would win over all statements about this participant if it were valid. */
    public TestRecord<byte[], byte[]> in(Statement statement, Function<EnrollmentEvent, byte[]> writer) {
        EnrollmentEvent.Builder event =
                EnrollmentEvent.newBuilder(StatementMapping.toAvro(statement)).setVersion(Long.MAX_VALUE);
        byte[] key = RecordKeys.participant(statement.campaignId(), statement.participantRef())
                .getBytes(StandardCharsets.UTF_8);
        byte[] value = bytes(event, writer);
        Instant sent = statement.recordedAt();
        return switch (this) {
            case NO_VALUE -> record(key, null, sent);
            case NO_KEY -> record(null, value, sent);
            case KEY_OF_ANOTHER_PARTICIPANT -> record("drive:another".getBytes(StandardCharsets.UTF_8), value, sent);
            case CUT_SHORT -> record(key, Arrays.copyOf(value, value.length / 2), sent);
            case NOT_AVRO -> record(key, "{}".getBytes(StandardCharsets.UTF_8), sent);
            case UNKNOWN_STATUS -> record(key, bytes(event.setStatus(EnrollmentStatus.UNKNOWN), writer), sent);
            case BLANK_AREA -> record(key, bytes(event.setAreaId(" "), writer), sent);
            case DAY_FAR_FROM_TIME ->
                record(
                        key,
                        bytes(event.setEnrolledAt(statement.enrolledAt().minus(TOO_FAR.multipliedBy(2))), writer),
                        sent);
            case RECORDED_BEFORE_IT_HAPPENED ->
                record(key, bytes(event.setRecordedAt(statement.enrolledAt().minus(TOO_FAR)), writer), sent);
            case FROM_THE_FUTURE -> record(key, value, sent.minus(TOO_FAR));
        };
    }

    private static byte[] bytes(EnrollmentEvent.Builder event, Function<EnrollmentEvent, byte[]> writer) {
        return writer.apply(event.build());
    }

    private static TestRecord<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value, Instant sent) {
        return new TestRecord<>(key, value, new RecordHeaders(), sent);
    }
}
