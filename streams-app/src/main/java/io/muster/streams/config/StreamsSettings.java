package io.muster.streams.config;

import io.muster.streams.topology.TopologySettings.LedgerStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of the streams application.
 *
 * @param applicationId of the Kafka Streams application; another id counts everything anew
 * @param successorOf the application whose place this one is to take; empty for the first
 * @param bootstrapServers host:port, several separated by commas
 * @param registryUrl of a registry that speaks Confluent's API
 * @param kafka further settings of Kafka clients and Kafka Streams, as Kafka names them
 * @param registry further settings of Confluent's serializers
 * @param ledgerStore where the ledger is held
 * @param asOf where the as-of day comes from
 * @param stateDir what an instance keeps on disk; several instances on one machine may share it
 * @param threads stream threads
 * @param standbyReplicas how many other instances keep a copy of each task's state, to take over sooner
 * @param httpPort of health and metrics; 0 takes a free one
 * @param startTimeout how long to wait for broker and registry at the start
 * @param rebuildState whether to remove what an instance kept on disk, and count it anew
 */
public record StreamsSettings(
        String applicationId,
        Optional<String> successorOf,
        String bootstrapServers,
        String registryUrl,
        Map<String, String> kafka,
        Map<String, String> registry,
        LedgerStore ledgerStore,
        AsOfSource asOf,
        Path stateDir,
        int threads,
        int standbyReplicas,
        int httpPort,
        Duration startTimeout,
        boolean rebuildState) {

    /** Settings of Kafka Streams that have an option of their own, or that would make counts wrong; and why. */
    private static final Map<String, String> NOT_FOR_USERS = Map.of(
            "application.id", "it is given with --application-id",
            "bootstrap.servers", "it is given with --bootstrap-servers",
            "state.dir", "it is given with --state-dir",
            "num.stream.threads", "it is given with --threads",
            "num.standby.replicas", "it is given with --standby-replicas",
            "processing.guarantee", "it is exactly_once_v2, always",
            "main.consumer.auto.offset.reset", "counts need the whole history");

    /** Where the as-of day comes from. */
    public enum AsOfSource {
        /** Today in the campaign's zone. */
        WALL,
        /** The local day of the latest {@code recordedAt} seen, for replays. */
        RECORDED
    }

    public StreamsSettings {
        kafka = Map.copyOf(kafka);
        registry = Map.copyOf(registry);
        requireNotBlank(applicationId, "application-id");
        requireNotBlank(bootstrapServers, "bootstrap-servers");
        requireNotBlank(registryUrl, "schema-registry-url");
        require(
                applicationId.matches("[A-Za-z0-9._-]+"),
                "application-id",
                "may have letters, digits, '.', '_' and '-' only, as it becomes part of topic names, but is "
                        + applicationId);
        require(
                !successorOf.equals(Optional.of(applicationId)),
                "successor-of",
                "must name another application than --application-id, but is " + applicationId);
        require(threads >= 1, "threads", "must be at least 1, but is " + threads);
        require(standbyReplicas >= 0, "standby-replicas", "must not be negative, but is " + standbyReplicas);
        require(httpPort >= 0 && httpPort <= 65535, "http-port", "must be from 0 to 65535, but is " + httpPort);
        require(!startTimeout.isNegative(), "start-timeout", "must not be negative, but is " + startTimeout);
        for (String key : kafka.keySet()) {
            String reason = NOT_FOR_USERS.get(key);
            require(reason == null, "kafka-config", "must not set " + key + ": " + reason);
        }
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
