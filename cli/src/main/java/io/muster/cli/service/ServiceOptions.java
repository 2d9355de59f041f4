package io.muster.cli.service;

import java.time.Duration;
import picocli.CommandLine.Option;

/** Options of every service. */
public final class ServiceOptions {

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of /health/live, /health/ready and /metrics (default: any free port, which is logged).")
    private int httpPort;

    @Option(
            names = "--start-timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long to wait for the broker and the registry at start (${DEFAULT-VALUE}).")
    private Duration startTimeout = Duration.ZERO;

    public int httpPort() {
        return httpPort;
    }

    public Duration startTimeout() {
        return startTimeout;
    }
}
