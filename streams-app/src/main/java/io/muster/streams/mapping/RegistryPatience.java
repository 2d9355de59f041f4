package io.muster.streams.mapping;

import io.muster.contract.serde.RegistryOutageException;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits while the schema registry does not say what a record means, so that an outage is never taken for a bad record and ends no thread. The registry
 * is asked once for each new schema, so this hardly ever happens. A record that is bad in itself fails at once.
 */
public final class RegistryPatience {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryPatience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** So often the log says again what is waited for. */
    private static final int ATTEMPTS_BETWEEN_LINES = 12;

    private final Waiting waiting;

    /** Is told when it begins and ends to wait. */
    public interface Waiting {
        /** @param problem what it waits for, and what to do */
        void began(String problem);

        void ended();
    }

    public RegistryPatience(Waiting waiting) {
        this.waiting = waiting;
    }

    /** The same deserializer, patient. */
    public <T> Deserializer<T> deserializer(Deserializer<T> deserializer) {
        return (topic, value) -> patiently(() -> deserializer.deserialize(topic, value));
    }

    /** The same serializer, patient. */
    public <T> Serializer<T> serializer(Serializer<T> serializer) {
        return (topic, value) -> patiently(() -> serializer.serialize(topic, value));
    }

    private <R extends @Nullable Object> R patiently(Supplier<R> attempt) {
        try {
            return attempt.get();
        } catch (RegistryOutageException e) {
            return insist(attempt, String.valueOf(e.getMessage()));
        }
    }

    private <R extends @Nullable Object> R insist(Supplier<R> attempt, String firstProblem) {
        String problem = firstProblem;
        Duration pause = FIRST_PAUSE;
        waiting.began(problem);
        try {
            for (int attempts = 0; ; attempts++) {
                if (attempts % ATTEMPTS_BETWEEN_LINES == 0) {
                    LOG.warn("Waiting for the schema registry: {}", problem);
                }
                pause(pause);
                try {
                    R result = attempt.get();
                    LOG.info("The schema registry answers again");
                    return result;
                } catch (RegistryOutageException e) {
                    Duration doubled = pause.multipliedBy(2);
                    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
                    String now = String.valueOf(e.getMessage());
                    if (!now.equals(problem)) {
                        problem = now;
                        attempts = -1;
                        waiting.ended();
                        waiting.began(problem);
                    }
                }
            }
        } finally {
            waiting.ended();
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
