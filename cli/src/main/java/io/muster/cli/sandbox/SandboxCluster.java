package io.muster.cli.sandbox;

import io.muster.cli.terminal.CommandFailedException;
import io.muster.contract.Connection;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import io.muster.sandbox.SandboxException;
import java.nio.file.Path;
import java.util.Optional;

/** The cluster of the sandbox module. Loading this class fails if the installation lacks that module. */
final class SandboxCluster implements LocalCluster {

    private final EmbeddedCluster cluster;

    SandboxCluster(int brokerPort, int registryPort, Optional<Path> keep) {
        cluster = new EmbeddedCluster(keep, new ServedPorts(brokerPort, registryPort));
    }

    @Override
    public Connection start() {
        try {
            return cluster.start();
        } catch (SandboxException e) {
            throw failed(e);
        }
    }

    @Override
    public Path data() {
        return cluster.data();
    }

    @Override
    public CommandFailedException awaitFailure() {
        return failed(cluster.failure().join());
    }

    private static CommandFailedException failed(SandboxException failure) {
        return new CommandFailedException(String.valueOf(failure.getMessage()), failure);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
