package io.muster.cli.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.service.GracefulStop;
import io.muster.contract.Connection;
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
            "Runs a Kafka broker and a schema registry on this machine, for development and trials.",
            "Prints their addresses and runs until Ctrl-C. On the default ports, other commands find them"
                    + " without further options."
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
            description = "Port of the broker; 0 for any free port (${DEFAULT-VALUE}).")
    private int brokerPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Port of the registry; 0 for any free port (${DEFAULT-VALUE}).")
    private int registryPort;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep the data in this directory for the next start (default: the data is deleted at"
                    + " the end).")
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
                    "export MUSTER_BOOTSTRAP_SERVERS=%s%nexport MUSTER_SCHEMA_REGISTRY_URL=%s%n# running; stop"
                            + " with Ctrl-C%n",
                    connection.bootstrapServers(), connection.registryUrl());
        }
    }
}
