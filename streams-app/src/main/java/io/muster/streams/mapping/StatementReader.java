package io.muster.streams.mapping;

import static io.muster.domain.statement.Rejection.Reason.NO_VALUE;
import static io.muster.domain.statement.Rejection.Reason.UNDECODABLE;

import io.muster.contract.failure.Causes;
import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.StatementRules;
import io.muster.schema.EnrollmentEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of the enrollments topic. Any bytes give either a valid statement or a rejection, and the same result
 * whenever the ledger is rebuilt.
 */
public final class StatementReader {

    /** The result of reading a record. */
    public sealed interface Reading {
        record Valid(Statement statement) implements Reading {}

        record Rejected(Rejection rejection) implements Reading {}
    }

    private final Deserializer<?> deserializer;
    private final NumericRefs numericRefs;

    /** Rejects participant references that are bare numbers as long as identity numbers. */
    public StatementReader(Deserializer<?> deserializer) {
        this(deserializer, NumericRefs.REFUSED);
    }

    /**
     * @param deserializer of the values; throws {@link SerializationException} for bytes that it cannot decode
     * @param numericRefs whether a participant reference may be a bare number as long as an identity number
     */
    public StatementReader(Deserializer<?> deserializer, NumericRefs numericRefs) {
        this.deserializer = deserializer;
        this.numericRefs = numericRefs;
    }

    /** @param timestamp of the record, epoch milliseconds */
    public Reading read(byte @Nullable [] key, byte @Nullable [] value, long timestamp) {
        if (value == null) {
            return new Reading.Rejected(new Rejection(NO_VALUE, "the record has no value"));
        }
        Object decoded;
        try {
            decoded = deserializer.deserialize(Topics.ENROLLMENTS.name(), value);
        } catch (SerializationException e) {
            return new Reading.Rejected(new Rejection(UNDECODABLE, innermostMessage(e)));
        }
        if (!(decoded instanceof EnrollmentEvent event)) {
            return new Reading.Rejected(new Rejection(
                    UNDECODABLE,
                    "expected an EnrollmentEvent, found "
                            + (decoded == null ? "nothing" : decoded.getClass().getSimpleName())));
        }
        Statement statement = StatementMapping.fromAvro(event);
        Rejection rejection = StatementRules.checkRecord(
                statement,
                RecordKeys.participant(statement.campaignId(), statement.participantRef()),
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                Instant.ofEpochMilli(timestamp),
                numericRefs);
        return rejection == null ? new Reading.Valid(statement) : new Reading.Rejected(rejection);
    }

    private static String innermostMessage(Throwable e) {
        Throwable cause = Causes.root(e);
        return e.getMessage() + (cause.equals(e) ? "" : ": " + cause);
    }
}
