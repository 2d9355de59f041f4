package io.muster.cli.sandbox;

import io.muster.cli.terminal.CommandFailedException;
import io.muster.contract.Connection;
import java.nio.file.Path;
import java.util.Optional;

/** A broker and a registry that a command starts for itself. */
public interface LocalCluster extends AutoCloseable {

    /**
     * A cluster on any free ports.
     *
     * @param keep directory that keeps the data for the next start; if empty, the data is removed on close
     * @throws CommandFailedException if this installation has no sandbox
     */
    static LocalCluster onFreePorts(Optional<Path> keep) {
        return on(0, 0, keep);
    }

    /**
     * A cluster on given ports.
     *
     * @param brokerPort or 0 for a free one
     * @param registryPort or 0 for a free one
     * @param keep directory that keeps the data for the next start; if empty, the data is removed on close
     * @throws CommandFailedException if this installation has no sandbox
     */
    static LocalCluster on(int brokerPort, int registryPort, Optional<Path> keep) {
        try {
            return new SandboxCluster(brokerPort, registryPort, keep);
        } catch (NoClassDefFoundError e) {
            throw new CommandFailedException(
                    "this installation has no embedded broker: the container image leaves it out. Run this"
                            + " command from the"
                            + " distribution, or start a broker and a registry of your own and give their"
                            + " addresses to the"
                            + " other commands",
                    e);
        }
    }

    /**
     * Starts both and returns when both accept connections.
     *
     * @throws CommandFailedException if one of them does not start
     */
    Connection start();

    /** The data directory. Files that a caller puts there are kept or removed with it. */
    Path data();

    /** Waits until the broker or the registry fails, and returns the reason. */
    CommandFailedException awaitFailure();

    @Override
    void close();
}
