package io.muster.e2e.backend;

import io.muster.contract.Connection;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The embedded broker and registry of {@code muster demo}. */
public final class EmbeddedBackend implements Backend {

    private final EmbeddedCluster cluster = new EmbeddedCluster(Optional.empty(), ServedPorts.free());
    private @Nullable Connection connection;

    @Override
    public synchronized Connection connection() {
        if (connection == null) {
            connection = cluster.start();
        }
        return connection;
    }

    @Override
    public synchronized void close() {
        cluster.close();
    }

    @Override
    public String toString() {
        return "embedded";
    }
}
