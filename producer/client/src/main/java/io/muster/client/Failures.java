package io.muster.client;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.muster.contract.serde.RegistryAnswers;
import io.muster.contract.topic.Topic;
import java.io.IOException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Translates exceptions of the Kafka and registry clients into messages for users. */
final class Failures {

    private final PublisherSettings config;

    Failures(PublisherSettings config) {
        this.config = config;
    }

    /** Describes why a record of the topic could not be published. */
    PublishException of(Topic<?> topic, Throwable failure) {
        Throwable ofRegistry = causeInRegistry(failure);
        if (ofRegistry != null) {
            return new PublishException(registry(topic, ofRegistry), failure);
        }
        Throwable cause = deepestOfKafka(failure);
        String message = broker(topic, cause);
        return isOfTheRecord(cause)
                ? PublishException.ofTheRecord(message, failure)
                : new PublishException(message, failure);
    }

    /** Failures caused by the record itself, which every retry would repeat. */
    private static boolean isOfTheRecord(Throwable cause) {
        return cause instanceof RecordTooLargeException || cause instanceof InvalidRecordException;
    }

    private String broker(Topic<?> topic, Throwable cause) {
        String broker = "the broker at " + config.connection().bootstrapServers();
        if (cause instanceof TimeoutException) {
            return broker + " did not answer within " + config.patience().toSeconds()
                    + " s; is it running, and is the address right?";
        }
        if (cause instanceof UnknownTopicOrPartitionException) {
            return broker + " has no topic " + topic.name() + "; create it with muster topics";
        }
        if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
            return broker + " let another process publish definitions at the same time; run it again";
        }
        if (cause instanceof AuthenticationException) {
            return broker + " does not accept who we are: " + cause.getMessage()
                    + "; check security.protocol and sasl.*";
        }
        if (cause instanceof AuthorizationException) {
            return broker + " does not allow this: " + cause.getMessage() + "; ask for the missing access";
        }
        if (cause instanceof InvalidTimestampException) {
            return broker + " does not believe the time of this computer: " + cause.getMessage() + "; set its clock";
        }
        if (cause instanceof ConfigException) {
            return "a Kafka setting for " + broker + " cannot be used: " + cause.getMessage();
        }
        return broker + " refused a record for " + topic.name() + ": " + cause;
    }

    private String registry(Topic<?> topic, Throwable cause) {
        String registry = "the schema registry at " + config.connection().registryUrl();
        if (!(cause instanceof RestClientException answer)) {
            return registry + " did not answer: " + cause + "; is it running, and is the address right?";
        }
        return RegistryAnswers.isNotFound(answer)
                ? registry + " has no schema of this version under " + topic.subject() + " (" + answer.getMessage()
                        + "); register it with muster topics"
                : registry + " answered " + answer.getStatus() + " (" + answer.getMessage()
                        + "); check that its address leads to Confluent's API, its log and our credentials";
    }

    /** Confluent's serializer throws Kafka's exceptions; only the cause shows that the registry failed. */
    private static @Nullable Throwable causeInRegistry(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SslAuthenticationException) {
                return null;
            }
            if (at instanceof RestClientException || at instanceof IOException) {
                return at;
            }
        }
        return null;
    }

    private static Throwable deepestOfKafka(Throwable failure) {
        Throwable deepest = failure;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof KafkaException) {
                deepest = at;
            }
        }
        return deepest;
    }
}
