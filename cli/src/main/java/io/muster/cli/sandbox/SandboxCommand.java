package io.muster.cli.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.service.GracefulStop;
import io.muster.contract.connection.Connection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster sandbox}. */
@Command(
        name = "sandbox",
        description = {
            "Runs a Kafka broker and a schema registry on this machine, for trying things out.",
            "Prints their addresses and serves until Ctrl-C. Other commands find them without being told, unless other"
                    + " ports are chosen here."
        })
public final class SandboxCommand implements Callable<Void> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Where the broker serves; 0 for any free port (${DEFAULT-VALUE}).")
    private int brokerPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Where the registry serves; 0 for any free port (${DEFAULT-VALUE}).")
    private int registryPort;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep the data there for the next start. Without it all is gone at the end.")
    private Optional<Path> keep = Optional.empty();

    @Override
    public Void call() throws IOException {
        LocalCluster cluster = LocalCluster.on(brokerPort, registryPort, keep);
        GracefulStop stop = GracefulStop.of(cluster::close);
        try {
            print(cluster.start());
            throw cluster.awaitFailure();
        } finally {
            stop.close();
        }
    }

    private void print(Connection connection) throws IOException {
        PrintWriter out = command.commandLine().getOut();
        if (output.isJson()) {
            out.println(new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "bootstrapServers", connection.bootstrapServers(),
                            "schemaRegistryUrl", connection.registryUrl())));
        } else {
            out.printf(
                    "export MUSTER_BOOTSTRAP_SERVERS=%s%nexport MUSTER_SCHEMA_REGISTRY_URL=%s%n# serving; Ctrl-C ends it%n",
                    connection.bootstrapServers(), connection.registryUrl());
        }
    }
}
