package io.muster.sandbox;

import io.muster.contract.connection.Connection;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A broker and a schema registry for this process alone. A caller that wants nothing to be left behind when it is interrupted
 * has {@link #close()} called by a shutdown hook before it calls {@link #start()}.
 */
public final class EmbeddedCluster implements AutoCloseable {

    private final Path data;
    private final ServedPorts ports;
    private final Deque<Runnable> whatToUndo = new ArrayDeque<>();
    private final CompletableFuture<SandboxException> failure = new CompletableFuture<>();

    /**
     * Which ports to serve on.
     *
     * @param broker the broker's, or 0 for a free one
     * @param registry the registry's, or 0 for a free one
     */
    public record ServedPorts(int broker, int registry) {

        /** Whatever is free. */
        public static ServedPorts free() {
            return new ServedPorts(0, 0);
        }
    }

    /**
     * @param keep where the data is and stays for the next start; if empty, it is removed on close
     */
    public EmbeddedCluster(Optional<Path> keep, ServedPorts ports) {
        this.data = keep.map(Path::toAbsolutePath).orElseGet(Directories::temporary);
        this.ports = ports;
        if (keep.isEmpty()) {
            whatToUndo.push(() -> Directories.delete(data));
        }
    }

    /**
     * Starts both at the same time and returns when both serve.
     *
     * @return the addresses, for whoever uses broker and registry
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

    /** Where the data is. What a caller puts there beside it stays or goes with it. */
    public Path data() {
        return data;
    }

    private void report(CompletableFuture<SandboxException> ofOne) {
        var unused = ofOne.thenAccept(failure::complete);
    }

    /** Completes with the reason if one of the two stops for a reason of its own; never otherwise. */
    public CompletableFuture<SandboxException> failure() {
        return failure;
    }

    /** Stops what was started and removes the data unless it is to be kept. Safe to call again, and at any time. */
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
