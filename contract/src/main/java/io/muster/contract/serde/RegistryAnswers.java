package io.muster.contract.serde;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
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
 * What the answers of a schema registry mean, for all services alike. "No such schema" is an answer only if the registry itself gives it, in its own
 * form. Everything else is an outage.
 */
public final class RegistryAnswers {

    private static final int NOT_FOUND = 404;
    private static final int FIRST_NOT_FOUND_CODE = 40401;
    private static final int LAST_NOT_FOUND_CODE = 40499;
    private static final long TIMEOUT_MILLIS = 5_000;

    private RegistryAnswers() {}

    /**
     * Whether the registry says that it has no such schema, version or subject. A 404 of anything else has no such error code: a proxy answers in
     * another form, for which Confluent's client puts a code of its own.
     */
    public static boolean isNotFound(RestClientException answer) {
        return answer.getStatus() == NOT_FOUND
                && answer.getErrorCode() >= FIRST_NOT_FOUND_CODE
                && answer.getErrorCode() <= LAST_NOT_FOUND_CODE;
    }

    /** Settings of a registry's client under which no request hangs; what the user has set stays. */
    public static Map<String, Object> withTimeouts(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putIfAbsent("http.connect.timeout.ms", Long.toString(TIMEOUT_MILLIS));
        all.putIfAbsent("http.read.timeout.ms", Long.toString(TIMEOUT_MILLIS));
        all.putIfAbsent("max.retries", "1");
        return all;
    }

    /** The registry did not say what was asked. */
    static RegistryOutageException outage(String question, Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new RegistryOutageException("the schema registry " + question + ": " + inOneLine(root), failure);
    }

    /** The client puts an error code of its own where an answer has none, so the HTTP status comes first. */
    private static String inOneLine(Throwable failure) {
        String said = failure instanceof RestClientException answer
                ? "HTTP " + answer.getStatus() + ": " + answer.getMessage()
                : failure.toString();
        return said.lines().findFirst().orElse(said);
    }

    /**
     * What it means that Confluent's serializer or deserializer failed: it throws the same for a registry that is away as for a
     * record that is wrong.
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

    /** What it means that a record could not be written: that the registry does not have the topic's schema is not the record's fault either. */
    static KafkaException meaningOfWriting(Topic<?> topic, RuntimeException failure) {
        return causeInRegistry(failure)
                .filter(RegistryAnswers::isNotFound)
                .<KafkaException>map(answer -> new RegistryOutageException(
                        "the schema registry does not have our schema under " + topic.subject()
                                + "; register it with `muster topics`",
                        failure))
                .orElseGet(() -> meaning(failure));
    }

    private static Optional<RestClientException> causeInRegistry(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof RestClientException answer) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    private static boolean isOutage(RuntimeException failure) {
        Optional<RestClientException> answer = causeInRegistry(failure);
        if (answer.isPresent()) {
            return !isNotFound(answer.get());
        }
        return (failure instanceof KafkaException && !(failure instanceof SerializationException))
                || (failure.getCause() instanceof IOException cause && !isOfAvro(cause));
    }

    /** Avro reports cut-off bytes as an end of file, and the rest in exceptions of its own. */
    private static boolean isOfAvro(IOException cause) {
        return cause instanceof EOFException
                || cause.getClass().getPackageName().startsWith(AvroRuntimeException.class.getPackageName());
    }
}
