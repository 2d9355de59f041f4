package io.muster.sandbox;

import io.muster.contract.Connection;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A broker and a schema registry for this process. To clean up after an interrupt, register {@link #close()} as a
 * shutdown hook before you call {@link #start()}.
 */
public final class EmbeddedCluster implements AutoCloseable {

    private final Path data;
    private final ServedPorts ports;
    private final Deque<Runnable> whatToUndo = new ArrayDeque<>();
    private final CompletableFuture<SandboxException> failure = new CompletableFuture<>();

    /**
     * The ports to listen on.
     *
     * @param broker the port of the broker, or 0 for a free one
     * @param registry the port of the registry, or 0 for a free one
     */
    public record ServedPorts(int broker, int registry) {

        /** Any free ports. */
        public static ServedPorts free() {
            return new ServedPorts(0, 0);
        }
    }

    /**
     * @param keep directory that keeps the data for the next start; if empty, the data is removed on close
     */
    public EmbeddedCluster(Optional<Path> keep, ServedPorts ports) {
        this.data = keep.map(Path::toAbsolutePath).orElseGet(Directories::temporary);
        this.ports = ports;
        if (keep.isEmpty()) {
            whatToUndo.push(() -> Directories.delete(data));
        }
    }

    /**
     * Starts both in parallel and returns when both accept connections.
     *
     * @return their addresses
     * @throws SandboxException if one of them cannot start
     */
    public synchronized Connection start() {
        whatToUndo.push(DirectoryLock.of(data)::close);
        EmbeddedRegistry registry = EmbeddedRegistry.launch(data.resolve("registry"), ports.registry());
        whatToUndo.push(registry::close);
        EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), ports.broker());
        whatToUndo.push(broker::close);
        registry.awaitReady();
        report(broker.failure());
        report(registry.failure());
        return Connection.to(broker.bootstrapServers(), registry.url());
    }

    /** The data directory. Files that a caller puts there are kept or removed with it. */
    public Path data() {
        return data;
    }

    private void report(CompletableFuture<SandboxException> ofOne) {
        var unused = ofOne.thenAccept(failure::complete);
    }

    /** Completes with the reason if the broker or the registry fails. */
    public CompletableFuture<SandboxException> failure() {
        return failure;
    }

    /** Stops both, and removes the data unless it is kept. Idempotent; may be called at any time. */
    @Override
    public synchronized void close() {
        if (!whatToUndo.isEmpty()) {
            try {
                whatToUndo.pop().run();
            } finally {
                close();
            }
        }
    }
}
