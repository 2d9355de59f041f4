package io.muster.cli.options;

import io.muster.contract.connection.Connection;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options by which a command reaches the broker and the schema registry. */
public final class ConnectionOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "The Kafka broker; several separated by commas (${DEFAULT-VALUE}).")
    private String bootstrapServers = "";

    @Option(
            names = "--schema-registry-url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081/apis/ccompat/v7",
            description = "The schema registry, any that speaks Confluent's API (${DEFAULT-VALUE}).")
    private String registryUrl = "";

    @Option(
            names = "--kafka-config",
            paramLabel = "KEY=VALUE",
            description = {
                "A setting of the Kafka clients, e.g. security.protocol=SSL; repeat for more.",
                "In the file kafka.KEY, in the environment MUSTER_KAFKA_KEY."
            })
    private Map<String, String> kafkaSettings = new HashMap<>();

    @Option(
            names = "--schema-registry-config",
            paramLabel = "KEY=VALUE",
            description = {
                "A setting of the registry's client, e.g. basic.auth.user.info=ME:SECRET; repeat for more.",
                "In the file schema.registry.KEY, in the environment MUSTER_SCHEMA_REGISTRY_KEY."
            })
    private Map<String, String> registrySettings = new HashMap<>();

    /** What the command line, the environment and the file say together. */
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
