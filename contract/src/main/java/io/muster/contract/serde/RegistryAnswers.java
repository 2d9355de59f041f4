package io.muster.contract.serde;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.muster.contract.failure.Causes;
import io.muster.contract.failure.RegistryFailure;
import io.muster.contract.topic.Topic;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Separates answers of the schema registry from outages. "Not found" is an answer only if the registry itself gives it,
 * with one of its error codes. Every other failure is an outage.
 */
public final class RegistryAnswers {

    private static final long TIMEOUT_MILLIS = 5_000;

    private RegistryAnswers() {}

    /**
     * Adds timeouts to the settings of the registry's client, so that no request hangs. The user's settings take
     * precedence.
     */
    public static Map<String, Object> withTimeouts(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putIfAbsent("http.connect.timeout.ms", Long.toString(TIMEOUT_MILLIS));
        all.putIfAbsent("http.read.timeout.ms", Long.toString(TIMEOUT_MILLIS));
        all.putIfAbsent("max.retries", "1");
        return all;
    }

    /** @param question what the registry left unanswered, such as "does not say which id our schema has" */
    static RegistryOutageException outage(String question, Exception failure) {
        return new RegistryOutageException(
                "the schema registry " + question + ": " + inOneLine(Causes.root(failure)), failure);
    }

    /** Starts with the HTTP status, because the client invents an error code where the answer has none. */
    private static String inOneLine(Throwable failure) {
        String said = failure instanceof RestClientException answer
                ? "HTTP " + answer.getStatus() + ": " + answer.getMessage()
                : failure.toString();
        return said.lines().findFirst().orElse(said);
    }

    /**
     * Translates a failure of Confluent's serializer or deserializer, which throws the same exception for an
     * unreachable registry and for an invalid record.
     */
    static KafkaException meaning(RuntimeException failure) {
        if (failure instanceof InterruptException interrupted) {
            return interrupted;
        }
        if (isOutage(failure)) {
            return outage("did not answer as a registry does", failure);
        }
        return failure instanceof SerializationException wrong
                ? wrong
                : new SerializationException(String.valueOf(failure.getMessage()), failure);
    }

    /** Translates a failure to write. A schema that is not registered is an outage too: the record is valid. */
    static KafkaException meaningOfWriting(Topic<?> topic, RuntimeException failure) {
        return Causes.first(failure, RestClientException.class)
                .filter(RegistryFailure::isNotFound)
                .<KafkaException>map(answer -> new RegistryOutageException(
                        "the schema registry does not have our schema under " + topic.subject()
                                + "; register it with `muster topics`",
                        failure))
                .orElseGet(() -> meaning(failure));
    }

    private static boolean isOutage(RuntimeException failure) {
        Optional<RestClientException> answer = Causes.first(failure, RestClientException.class);
        if (answer.isPresent()) {
            return !RegistryFailure.isNotFound(answer.get());
        }
        return (failure instanceof KafkaException && !(failure instanceof SerializationException))
                || (failure.getCause() instanceof IOException cause && !isOfAvro(cause));
    }

    /** Avro reports truncated bytes as an EOFException and other damage with its own exceptions. */
    private static boolean isOfAvro(IOException cause) {
        return cause instanceof EOFException
                || cause.getClass().getPackageName().startsWith(AvroRuntimeException.class.getPackageName());
    }
}
