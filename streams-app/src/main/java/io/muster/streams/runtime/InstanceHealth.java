package io.muster.streams.runtime;

import io.muster.http.Health;
import io.muster.streams.succession.Phase;
import io.muster.streams.succession.Predecessor;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams.State;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an instance is alive and ready. The state names are part of the HTTP interface; docs/operations.md
 * lists them.
 */
final class InstanceHealth {

    private final String applicationId;
    private final Supplier<State> streams;
    private final ClusterMonitor cluster;
    private final AppMetrics metrics;
    private final Optional<Predecessor> predecessor;

    /** @param streams the current state of Kafka Streams */
    InstanceHealth(
            String applicationId,
            Supplier<State> streams,
            ClusterMonitor cluster,
            AppMetrics metrics,
            Optional<Predecessor> predecessor) {
        this.applicationId = applicationId;
        this.streams = streams;
        this.cluster = cluster;
        this.metrics = metrics;
        this.predecessor = predecessor;
    }

    Health live() {
        State state = streams.get();
        return new Health(state.isRunningOrRebalancing() || state == State.CREATED, state.name());
    }

    /**
     * Ready if all tasks are restored and running, and this instance publishes rows. Otherwise names what the instance
     * waits for.
     */
    Health ready() {
        State state = streams.get();
        if (state.isRunningOrRebalancing() && !cluster.isReachable()) {
            return waitsFor("WAITING_FOR_BROKER", null);
        }
        if (state.isRunningOrRebalancing() && !cluster.missingTopics().isEmpty()) {
            return waitsFor("MISSING_TOPICS", MissingTopics.message(cluster.missingTopics(), applicationId));
        }
        if (metrics.isWaitingForRegistry()) {
            return waitsFor("WAITING_FOR_REGISTRY", metrics.registryProblem());
        }
        boolean isRunning = state == State.RUNNING;
        return predecessor
                .map(Predecessor::phase)
                .filter(phase -> isRunning && phase != Phase.TAKEN_OVER)
                .map(phase -> waitsFor(phase.name(), null))
                .orElseGet(() -> new Health(isRunning, state.name()));
    }

    private static Health waitsFor(String state, @Nullable String problem) {
        return new Health(false, state, problem);
    }
}
