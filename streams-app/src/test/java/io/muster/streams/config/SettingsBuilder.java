package io.muster.streams.config;

import io.muster.contract.Connection;
import io.muster.domain.participant.NumericRefs;
import io.muster.streams.config.StreamsSettings.AsOfSource;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Builds settings with valid defaults. A test sets only the values that it is about. */
public final class SettingsBuilder {

    private String applicationId = "test";
    private Optional<String> successorOf = Optional.empty();
    private String bootstrapServers = "nowhere:9092";
    private String registryUrl = "mock://nowhere";
    private Map<String, String> kafka = Map.of();
    private LedgerStore ledgerStore = LedgerStore.MEMORY;
    private Path stateDir = Path.of("target", "state");
    private int threads = 1;
    private int standbyReplicas;
    private int httpPort;
    private Duration startTimeout = Duration.ZERO;

    private SettingsBuilder() {}

    public static SettingsBuilder settings() {
        return new SettingsBuilder();
    }

    public SettingsBuilder applicationId(String value) {
        applicationId = value;
        return this;
    }

    public SettingsBuilder successorOf(String value) {
        successorOf = Optional.of(value);
        return this;
    }

    public SettingsBuilder bootstrapServers(String value) {
        bootstrapServers = value;
        return this;
    }

    public SettingsBuilder registryUrl(String value) {
        registryUrl = value;
        return this;
    }

    public SettingsBuilder kafka(Map<String, String> value) {
        kafka = value;
        return this;
    }

    public SettingsBuilder ledgerStore(LedgerStore value) {
        ledgerStore = value;
        return this;
    }

    public SettingsBuilder stateDir(Path value) {
        stateDir = value;
        return this;
    }

    public SettingsBuilder threads(int value) {
        threads = value;
        return this;
    }

    public SettingsBuilder standbyReplicas(int value) {
        standbyReplicas = value;
        return this;
    }

    public SettingsBuilder httpPort(int value) {
        httpPort = value;
        return this;
    }

    public SettingsBuilder startTimeout(Duration value) {
        startTimeout = value;
        return this;
    }

    public StreamsSettings build() {
        return new StreamsSettings(
                new StreamsSettings.Application(applicationId, successorOf),
                new Connection(bootstrapServers, registryUrl, kafka, Map.of()),
                new StreamsSettings.Counting(ledgerStore, AsOfSource.RECORDED, NumericRefs.REFUSED),
                new StreamsSettings.Instance(stateDir, false, threads, standbyReplicas, httpPort, startTimeout));
    }
}
