package io.muster.streams.config;

import io.muster.contract.Connection;
import io.muster.domain.participant.NumericRefs;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of the streams application.
 *
 * @param application which application this instance belongs to
 * @param connection to broker and registry; its Kafka settings may include those of Kafka Streams
 * @param counting how statements are counted
 * @param instance settings of this instance alone
 */
public record StreamsSettings(Application application, Connection connection, Counting counting, Instance instance) {

    /** Settings of Kafka Streams that have an option of their own or would make counts wrong, each with the reason. */
    private static final Map<String, String> RESERVED = Map.of(
            "application.id", "it is given with --application-id",
            "bootstrap.servers", "it is given with --bootstrap-servers",
            "state.dir", "it is given with --state-dir",
            "num.stream.threads", "it is given with --threads",
            "num.standby.replicas", "it is given with --standby-replicas",
            "processing.guarantee", "it is always exactly_once_v2",
            "main.consumer.auto.offset.reset", "counts need the whole history");

    /**
     * The identity of a Kafka Streams application.
     *
     * @param id another id counts everything from the beginning
     * @param successorOf the application that this one replaces; empty for the first
     */
    public record Application(String id, Optional<String> successorOf) {

        public Application {
            requireNotBlank(id, "application-id");
            require(
                    id.matches("[A-Za-z0-9._-]+"),
                    "application-id",
                    "may only contain letters, digits, '.', '_' and '-', because it becomes part of topic names,"
                            + " but is " + id);
            require(
                    !successorOf.equals(Optional.of(id)),
                    "successor-of",
                    "must name another application than --application-id, but is " + id);
        }
    }

    /**
     * How statements are counted.
     *
     * @param ledgerStore where the ledger is held
     * @param asOf where the as-of day comes from
     * @param numericRefs whether a participant reference may be a bare number as long as an identity number
     */
    public record Counting(LedgerStore ledgerStore, AsOfSource asOf, NumericRefs numericRefs) {}

    /** Where the as-of day comes from. */
    public enum AsOfSource {
        /** Today in the campaign's zone. */
        WALL,
        /** The local day of the latest {@code recordedAt} seen, for replays. */
        RECORDED
    }

    /**
     * Settings of a single instance.
     *
     * @param stateDir holds local state; instances on one machine may share it
     * @param rebuildState whether to delete the local state and rebuild it from the topics
     * @param threads number of stream threads
     * @param standbyReplicas on how many other instances Kafka Streams keeps a copy of each task's state, for a faster
     *     takeover
     * @param httpPort of health and metrics; 0 picks a free one
     * @param startTimeout how long the start waits for the broker and the registry
     */
    public record Instance(
            Path stateDir,
            boolean rebuildState,
            int threads,
            int standbyReplicas,
            int httpPort,
            Duration startTimeout) {

        public Instance {
            require(threads >= 1, "threads", "must be at least 1, but is " + threads);
            require(standbyReplicas >= 0, "standby-replicas", "must not be negative, but is " + standbyReplicas);
            require(httpPort >= 0 && httpPort <= 65535, "http-port", "must be from 0 to 65535, but is " + httpPort);
            require(!startTimeout.isNegative(), "start-timeout", "must not be negative, but is " + startTimeout);
        }
    }

    public StreamsSettings {
        requireNotBlank(connection.bootstrapServers(), "bootstrap-servers");
        requireNotBlank(connection.registryUrl(), "schema-registry-url");
        for (String key : connection.kafkaSettings().keySet()) {
            String reason = RESERVED.get(key);
            require(reason == null, "kafka-config", "must not set " + key + ": " + reason);
        }
    }

    public String applicationId() {
        return application.id();
    }

    private static void requireNotBlank(String value, String setting) {
        require(!value.isBlank(), setting, "must not be blank");
    }

    private static void require(boolean holds, String setting, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("--" + setting + " " + problem);
        }
    }
}
