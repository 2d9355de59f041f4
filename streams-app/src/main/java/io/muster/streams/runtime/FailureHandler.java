package io.muster.streams.runtime;

import io.muster.contract.failure.Causes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether an instance survives a failure, and keeps the reason why it stops. */
final class FailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);
    private static final Duration PAUSE_BEFORE_REPLACEMENT = Duration.ofSeconds(1);

    private final ThreadPolicy threadPolicy = new ThreadPolicy(20, Duration.ofMinutes(5));
    private final String applicationId;
    private final Path stateDir;
    private final Supplier<Set<String>> missingTopics;
    private final InstantSource clock;
    private volatile String reason = "Kafka Streams stopped with an error; the log has the details";
    private volatile boolean hasTopicsRecreated;

    /**
     * @param stateDir of this instance
     * @param missingTopics topics of the application that do not exist at the moment
     */
    FailureHandler(String applicationId, Path stateDir, Supplier<Set<String>> missingTopics, InstantSource clock) {
        this.applicationId = applicationId;
        this.stateDir = stateDir;
        this.missingTopics = missingTopics;
        this.clock = clock;
    }

    /** Why the instance stopped or is about to stop, if it did. */
    String reason() {
        return reason;
    }

    /** Whether input topics were recreated, so that the state of this instance no longer matches them. */
    boolean hasTopicsRecreated() {
        return hasTopicsRecreated;
    }

    /**
     * Handles recreated input topics. Kafka Streams does not notice them, and the state of this instance was built from
     * the old ones.
     *
     * @return whether the instance must stop now; false if it was already told to
     */
    boolean onTopicsRecreated(Set<String> topics) {
        if (hasTopicsRecreated) {
            return false;
        }
        reason = TopicIdentities.message(topics);
        hasTopicsRecreated = true;
        LOG.error("Stopping. {}", reason);
        return true;
    }

    StreamThreadExceptionResponse onThreadFailure(Throwable cause) {
        Optional<String> corruption = StateCorruption.message(cause, stateDir);
        if (corruption.isPresent()) {
            reason = corruption.get();
            LOG.error("Stopping. {}", reason, cause);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (!threadPolicy.shouldReplace(clock.instant())) {
            Set<String> missing = missingTopics.get();
            reason = missing.isEmpty()
                    ? "stream threads died repeatedly, the last one of " + cause
                    : MissingTopics.message(missing, applicationId);
            LOG.error("Stream threads died repeatedly. Stopping; no committed count is lost. {}", reason, cause);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn("A thread died, and is replaced. Its uncommitted records are processed again", cause);
        try {
            Thread.sleep(PAUSE_BEFORE_REPLACEMENT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Turns a failure of Kafka Streams at the start into a message that an operator can act on. */
    RuntimeException startFailure(RuntimeException failure) {
        Optional<String> corruption = StateCorruption.message(failure, stateDir);
        if (corruption.isPresent()) {
            return new StartException(corruption.get(), failure);
        }
        Throwable root = Causes.root(failure);
        return failure instanceof KafkaException
                ? new StartException(
                        "Kafka Streams did not start: " + failure.getMessage()
                                + (root.equals(failure) ? "" : ": " + root.getMessage())
                                + ". Check --kafka-config",
                        failure)
                : failure;
    }
}
