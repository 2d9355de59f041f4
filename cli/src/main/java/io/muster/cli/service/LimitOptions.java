package io.muster.cli.service;

import io.muster.gateway.GatewayLimits;
import io.muster.gateway.body.BodyLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Limits that bound the gateway's memory. */
final class LimitOptions {

    /** One sixteenth of the heap may hold request bodies: a decoded body takes several times its bytes. */
    private static final int HEAP_SHARE = 16;

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "1048576",
            description = "Maximum size of a request body, before and after decompression (${DEFAULT-VALUE}).")
    private int maxBody;

    @Option(
            names = "--max-records",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Maximum number of statements in a request (${DEFAULT-VALUE}).")
    private int maxRecords;

    @Option(
            names = "--body-timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "Time limit for receiving a request body (${DEFAULT-VALUE}).")
    private Duration bodyTimeout = Duration.ZERO;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Sustained rate for each API key, in statements per second; bursts may be ten times as"
                    + " large (${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--max-unacknowledged",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Maximum number of statements waiting for the broker (${DEFAULT-VALUE}).")
    private int maxUnacknowledged;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Maximum number of open connections (${DEFAULT-VALUE}).")
    private int maxConnections;

    int maxConnections() {
        return maxConnections;
    }

    /** @throws IllegalArgumentException if the limits contradict each other or exceed the memory */
    GatewayLimits limits() {
        return new GatewayLimits(
                new BodyLimits(maxBody, maxRecords, bodyTimeout),
                Runtime.getRuntime().maxMemory() / HEAP_SHARE,
                maxUnacknowledged,
                rate);
    }
}
