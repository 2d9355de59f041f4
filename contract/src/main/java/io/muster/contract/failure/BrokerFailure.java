package io.muster.contract.failure;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What an exception of a Kafka client means.
 *
 * @param cause the innermost {@link KafkaException}, which determines the kind
 */
public record BrokerFailure(Kind kind, Throwable cause) {

    /** What went wrong. */
    public enum Kind {
        /** The broker did not answer in time. */
        TIMEOUT,
        /** The topic or partition does not exist. */
        MISSING_TOPIC,
        /** Another producer with the same transactional id has started. */
        FENCED,
        /** The broker rejected the credentials. */
        AUTHENTICATION,
        /** The broker accepted the credentials, and the principal lacks a permission. */
        AUTHORIZATION,
        /** The broker rejected the timestamp of a record. */
        CLOCK,
        /** The broker rejected the record itself; sending it again cannot succeed. */
        RECORD,
        /** A client setting is invalid. */
        SETTING,
        OTHER
    }

    /** Classifies an exception by its innermost {@link KafkaException}. */
    public static BrokerFailure of(Throwable failure) {
        Throwable cause = Causes.last(failure, KafkaException.class)
                .<Throwable>map(kafka -> kafka)
                .orElse(failure);
        return new BrokerFailure(kind(cause), cause);
    }

    private static Kind kind(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return Kind.TIMEOUT;
        }
        if (cause instanceof UnknownTopicOrPartitionException) {
            return Kind.MISSING_TOPIC;
        }
        if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
            return Kind.FENCED;
        }
        if (cause instanceof AuthenticationException) {
            return Kind.AUTHENTICATION;
        }
        if (cause instanceof AuthorizationException) {
            return Kind.AUTHORIZATION;
        }
        if (cause instanceof InvalidTimestampException) {
            return Kind.CLOCK;
        }
        if (cause instanceof RecordTooLargeException || cause instanceof InvalidRecordException) {
            return Kind.RECORD;
        }
        return cause instanceof ConfigException ? Kind.SETTING : Kind.OTHER;
    }

    /** The message of the cause; its class name if it has no message. */
    public String detail() {
        return Causes.message(cause);
    }
}
