package io.muster.sandbox;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.internals.Exit;

/** A real Kafka broker in this process, on the loopback interface. */
final class EmbeddedBroker implements AutoCloseable {

    private final BrokerSettings settings;
    private final BrokerNode server;
    private final CompletableFuture<SandboxException> failure;

    private EmbeddedBroker(BrokerSettings settings, BrokerNode server, CompletableFuture<SandboxException> failure) {
        this.settings = settings;
        this.server = server;
        this.failure = failure;
    }

    /**
     * Starts a broker and returns when it accepts clients.
     *
     * @param directory the data directory; data of an earlier broker is reused
     * @param port the port for clients, or 0 for a free one
     * @throws SandboxException if it cannot start
     */
    static EmbeddedBroker start(Path directory, int port) {
        CompletableFuture<SandboxException> failure = new CompletableFuture<>();
        // without this, Kafka halts the whole process silently, e.g. when its disk is full
        Exit.setHaltProcedure((status, message) -> failure.complete(new SandboxException(
                "the embedded broker has stopped after an error, which it has logged; its data is in " + directory)));
        BrokerSettings settings = new BrokerSettings(Ports.freeOr(port, "--broker-port"), Ports.free(), directory);
        return new EmbeddedBroker(settings, BrokerNode.start(settings), failure);
    }

    /** {@code host:port} for clients. */
    String bootstrapServers() {
        return settings.address();
    }

    /** Completes with the reason if the broker fails. */
    CompletableFuture<SandboxException> failure() {
        return failure;
    }

    @Override
    public void close() {
        server.close();
    }
}
