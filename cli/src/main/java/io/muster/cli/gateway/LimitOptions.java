package io.muster.cli.gateway;

import io.muster.gateway.GatewayLimits;
import io.muster.gateway.body.BodyLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that keep the gateway's memory bounded. */
final class LimitOptions {

    /** As much of the heap may hold bodies; what is made of them takes several times their bytes. */
    private static final int HEAP_SHARE = 16;

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "1048576",
            description = "The longest body of a request, also unpacked (${DEFAULT-VALUE}).")
    private int maxBody;

    @Option(
            names = "--max-records",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Statements in one request (${DEFAULT-VALUE}).")
    private int maxRecords;

    @Option(
            names = "--body-timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long a body may take to arrive (${DEFAULT-VALUE}).")
    private Duration bodyTimeout = Duration.ZERO;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Statements a second for each key, steadily; for a moment ten times as many"
                    + " (${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--max-unacknowledged",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Statements that may wait for the broker at the same time (${DEFAULT-VALUE}).")
    private int maxUnacknowledged;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Connections at the same time (${DEFAULT-VALUE}).")
    private int maxConnections;

    int maxConnections() {
        return maxConnections;
    }

    /** @throws IllegalArgumentException if they contradict each other, or the memory */
    GatewayLimits limits() {
        return new GatewayLimits(
                new BodyLimits(maxBody, maxRecords, bodyTimeout),
                Runtime.getRuntime().maxMemory() / HEAP_SHARE,
                maxUnacknowledged,
                rate);
    }
}
