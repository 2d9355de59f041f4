package io.muster.streams.mapping;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits while the schema registry is away, so that an outage is never taken for a bad record and ends no thread. The registry is
 * asked once for each new schema, so this hardly ever happens. A record that is bad in itself fails at once.
 */
public final class RegistryPatience {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryPatience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Waiting waiting;

    /** Is told when it begins and ends to wait. */
    public interface Waiting {
        void began();

        void ended();
    }

    public RegistryPatience(Waiting waiting) {
        this.waiting = waiting;
    }

    /** The same deserializer, patient. */
    public <T> Deserializer<T> deserializer(Deserializer<T> deserializer) {
        return (topic, value) -> patiently(topic, () -> deserializer.deserialize(topic, value));
    }

    /** The same serializer, patient. */
    public <T> Serializer<T> serializer(Serializer<T> serializer) {
        return (topic, value) -> patiently(topic, () -> serializer.serialize(topic, value));
    }

    /**
     * The same deserializer for those who cannot wait: it throws {@link RegistryOutageException} while the registry is away.
     */
    public static <T> Deserializer<T> impatient(Deserializer<T> deserializer) {
        return (topic, value) -> ask(() -> deserializer.deserialize(topic, value));
    }

    private <R extends @Nullable Object> R patiently(String topic, Supplier<R> attempt) {
        try {
            return ask(attempt);
        } catch (RegistryOutageException e) {
            LOG.warn("Waiting for the schema registry, needed for the records of {}: {}", topic, e.getMessage());
            waiting.began();
            try {
                return insist(attempt);
            } finally {
                waiting.ended();
            }
        }
    }

    private static <R extends @Nullable Object> R insist(Supplier<R> attempt) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            pause(pause);
            try {
                R result = ask(attempt);
                LOG.info("The schema registry answers again");
                return result;
            } catch (RegistryOutageException e) {
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            }
        }
    }

    private static <R extends @Nullable Object> R ask(Supplier<R> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            throw isOutage(e) ? new RegistryOutageException(rootMessage(e), e) : asSerializationException(e);
        }
    }

    /** Whether it says nothing about the bytes: the registry was not reached, or did not want to answer now. */
    static boolean isOutage(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof SocketException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLException
                    || cause instanceof org.apache.kafka.common.errors.TimeoutException) {
                return true;
            }
            if (cause instanceof RestClientException rest) {
                return rest.getStatus() >= 500
                        || rest.getStatus() == 429
                        || rest.getStatus() == 401
                        || rest.getStatus() == 403;
            }
        }
        return false;
    }

    private static SerializationException asSerializationException(RuntimeException e) {
        return e instanceof SerializationException serialization
                ? serialization
                : new SerializationException(String.valueOf(e.getMessage()), e);
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
