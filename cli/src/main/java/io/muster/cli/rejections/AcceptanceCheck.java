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

/** What would become of a rejected record if it were sent again now, by the rules of the application itself. */
final class AcceptanceCheck {

    private final StatementReader reader;
    private final InstantSource clock;
    private final int partitions;

    /**
     * Why a record would not be counted.
     *
     * @param reason a rule of the application, or why it cannot be sent to where it came from
     */
    record Obstacle(String reason, String detail) {}

    /**
     * @param statements deserializer of their values; while the registry does not say what they mean it throws
     *     {@link io.muster.contract.serde.RegistryOutageException}, and so does the check
     * @param numericRefs as the application has it
     * @param partitions how many the enrollments topic has
     */
    AcceptanceCheck(Deserializer<?> statements, NumericRefs numericRefs, InstantSource clock, int partitions) {
        this.reader = new StatementReader(statements, numericRefs);
        this.clock = clock;
        this.partitions = partitions;
    }

    /** What stands in the way; empty if it would be counted. */
    Optional<Obstacle> obstacle(RejectedRecord record) {
        RejectionHeaders refusal = record.refusal();
        if (!refusal.topic().equals(Topics.ENROLLMENTS.name())) {
            return Optional.of(new Obstacle(
                    "OTHER_TOPIC", "it came from " + refusal.topic() + ", not from " + Topics.ENROLLMENTS.name()));
        }
        if (refusal.partition() < 0 || refusal.partition() >= partitions) {
            return Optional.of(new Obstacle(
                    "NO_SUCH_PARTITION",
                    refusal.topic() + " has no partition " + refusal.partition() + " any more; it was created anew"));
        }
        Reading reading = reader.read(
                record.received().key(),
                record.received().value(),
                clock.instant().toEpochMilli());
        return reading instanceof Reading.Refused refused
                ? Optional.of(obstacle(refused.rejection()))
                : Optional.empty();
    }

    private static Obstacle obstacle(Rejection rejection) {
        return new Obstacle(rejection.reason().name(), rejection.detail());
    }
}
