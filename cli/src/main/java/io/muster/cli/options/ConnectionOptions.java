package io.muster.cli.options;

import io.muster.contract.Connection;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How to connect to the broker and the schema registry. */
public final class ConnectionOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "Kafka brokers, separated by commas (${DEFAULT-VALUE}).")
    private String bootstrapServers = "";

    @Option(
            names = "--schema-registry-url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081/apis/ccompat/v7",
            description = "URL of the schema registry; any that implements Confluent's API (${DEFAULT-VALUE}).")
    private String registryUrl = "";

    @Option(
            names = "--kafka-config",
            paramLabel = "KEY=VALUE",
            description = {
                "Kafka client setting, e.g. security.protocol=SSL; may be repeated.",
                "In the --config file: kafka.KEY; in the environment: MUSTER_KAFKA_KEY."
            })
    private Map<String, String> kafkaSettings = new HashMap<>();

    @Option(
            names = "--schema-registry-config",
            paramLabel = "KEY=VALUE",
            description = {
                "Registry client setting, e.g. basic.auth.user.info=ME:SECRET; may be repeated.",
                "In the --config file: schema.registry.KEY; in the environment: MUSTER_SCHEMA_REGISTRY_KEY."
            })
    private Map<String, String> registrySettings = new HashMap<>();

    /** Merges the command line, the environment and the {@code --config} file. */
    public Connection connection() {
        return new Connection(
                bootstrapServers,
                registryUrl,
                merged("kafka", kafkaSettings),
                merged("schema.registry", registrySettings));
    }

    private Map<String, String> merged(String prefix, Map<String, String> fromCommandLine) {
        Map<String, String> all = new HashMap<>();
        if (command.defaultValueProvider() instanceof SettingSources sources) {
            all.putAll(sources.passedThrough(prefix));
        }
        all.putAll(fromCommandLine);
        return all;
    }
}
