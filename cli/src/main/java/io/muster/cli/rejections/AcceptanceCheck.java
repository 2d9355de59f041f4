package io.muster.cli.rejections;

import io.muster.contract.topic.RejectionHeaders;
import io.muster.contract.topic.Topics;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.statement.Rejection;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.mapping.StatementReader.Reading;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;

/** Checks by the application's own rules whether a rejected record would be counted now. */
final class AcceptanceCheck {

    private final StatementReader reader;
    private final InstantSource clock;
    private final int partitions;

    /**
     * Why a record would not be counted.
     *
     * @param reason a rejection reason, or why the record cannot go back to its partition
     */
    record Problem(String reason, String detail) {}

    /**
     * @param statements deserializer of the values; while the registry is unavailable, it and the check throw {@link
     *     io.muster.contract.serde.RegistryOutageException}
     * @param numericRefs as configured for the application
     * @param partitions number of partitions of the enrollments topic
     */
    AcceptanceCheck(Deserializer<?> statements, NumericRefs numericRefs, InstantSource clock, int partitions) {
        this.reader = new StatementReader(statements, numericRefs);
        this.clock = clock;
        this.partitions = partitions;
    }

    /** Why the record would be refused again; empty if it would be counted. */
    Optional<Problem> problem(RejectedRecord record) {
        RejectionHeaders refusal = record.refusal();
        if (!refusal.topic().equals(Topics.ENROLLMENTS.name())) {
            return Optional.of(new Problem(
                    "OTHER_TOPIC", "it came from " + refusal.topic() + ", not from " + Topics.ENROLLMENTS.name()));
        }
        if (refusal.partition() < 0 || refusal.partition() >= partitions) {
            return Optional.of(new Problem(
                    "NO_SUCH_PARTITION",
                    refusal.topic() + " has no partition " + refusal.partition() + " any more; the topic was"
                            + " recreated"));
        }
        Reading reading = reader.read(
                record.received().key(),
                record.received().value(),
                clock.instant().toEpochMilli());
        return reading instanceof Reading.Rejected rejected
                ? Optional.of(problem(rejected.rejection()))
                : Optional.empty();
    }

    private static Problem problem(Rejection rejection) {
        return new Problem(rejection.reason().name(), rejection.detail());
    }
}
