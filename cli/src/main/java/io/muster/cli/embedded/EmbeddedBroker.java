package io.muster.cli.embedded;

import io.muster.cli.failure.CommandFailedException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;

/** A real Kafka broker in this process, on the loopback interface. */
final class EmbeddedBroker implements AutoCloseable {

    private static final String BROKER = "kafka.server.KafkaRaftServer";

    private final BrokerSettings settings;
    private final BrokerNode server;
    private final CompletableFuture<CommandFailedException> failure;

    private EmbeddedBroker(
            BrokerSettings settings, BrokerNode server, CompletableFuture<CommandFailedException> failure) {
        this.settings = settings;
        this.server = server;
        this.failure = failure;
    }

    /**
     * Says what to do where there is no broker to start.
     *
     * @throws CommandFailedException if this installation has none
     */
    static void requireInstalled() {
        try {
            Class.forName(BROKER, false, EmbeddedBroker.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new CommandFailedException(
                    "this installation has no embedded broker: the container image leaves it out. Run this command from the"
                            + " distribution, or start a broker and a registry of your own and give their addresses to the"
                            + " other commands",
                    e);
        }
    }

    /**
     * Starts a broker and returns when it serves clients.
     *
     * @param directory its data; what an earlier broker left there is taken over
     * @param port for clients, or 0 for a free one
     * @throws CommandFailedException if it cannot start
     */
    static EmbeddedBroker start(Path directory, int port) {
        CompletableFuture<CommandFailedException> failure = new CompletableFuture<>();
        // Kafka would end the whole process, without a word, when e.g. its disk is full.
        Exit.setHaltProcedure((status, message) -> failure.complete(new CommandFailedException(
                "the embedded broker has stopped after an error, which it has logged; its data is in " + directory)));
        BrokerSettings settings = new BrokerSettings(Ports.freeOr(port, "--broker-port"), Ports.free(), directory);
        return new EmbeddedBroker(settings, BrokerNode.start(settings), failure);
    }

    /** {@code host:port} for clients. */
    String bootstrapServers() {
        return settings.address();
    }

    /** Completes with the reason if the broker stops for one of its own. */
    CompletableFuture<CommandFailedException> failure() {
        return failure;
    }

    @Override
    public void close() {
        server.close();
    }
}
