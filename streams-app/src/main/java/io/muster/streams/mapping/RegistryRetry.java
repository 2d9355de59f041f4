package io.muster.streams.mapping;

import io.muster.contract.serde.RegistryOutageException;
import io.muster.http.loop.Backoff;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retries while the schema registry is unavailable, so that an outage neither rejects a record nor stops a thread. The
 * registry is asked only once per schema, so this is rare. An invalid record fails at once.
 */
public final class RegistryRetry {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryRetry.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final int ATTEMPTS_PER_LOG_LINE = 12;

    private final OutageListener listener;

    /** Listener for outages, called by the thread that waits. */
    public interface OutageListener {
        /** @param problem what is wrong and what to do */
        void began(String problem);

        void ended();
    }

    public RegistryRetry(OutageListener listener) {
        this.listener = listener;
    }

    /** Adds retries to a deserializer. */
    public <T> Deserializer<T> deserializer(Deserializer<T> deserializer) {
        return (topic, value) -> withRetries(() -> deserializer.deserialize(topic, value));
    }

    /** Adds retries to a serializer. */
    public <T> Serializer<T> serializer(Serializer<T> serializer) {
        return (topic, value) -> withRetries(() -> serializer.serialize(topic, value));
    }

    private <R extends @Nullable Object> R withRetries(Supplier<R> attempt) {
        try {
            return attempt.get();
        } catch (RegistryOutageException e) {
            return retry(attempt, String.valueOf(e.getMessage()));
        }
    }

    private <R extends @Nullable Object> R retry(Supplier<R> attempt, String firstProblem) {
        String problem = firstProblem;
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        listener.began(problem);
        try {
            for (int attempts = 0; ; attempts++) {
                if (attempts % ATTEMPTS_PER_LOG_LINE == 0) {
                    LOG.warn("Waiting for the schema registry: {}", problem);
                }
                pause(backoff.afterFailure());
                try {
                    R result = attempt.get();
                    LOG.info("The schema registry is available again");
                    return result;
                } catch (RegistryOutageException e) {
                    String now = String.valueOf(e.getMessage());
                    if (!now.equals(problem)) {
                        problem = now;
                        attempts = -1;
                        listener.ended();
                        listener.began(problem);
                    }
                }
            }
        } finally {
            listener.ended();
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
