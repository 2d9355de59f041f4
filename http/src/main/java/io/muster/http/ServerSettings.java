package io.muster.http;

import java.time.Duration;
import java.util.Optional;

/**
 * Where and how a service listens.
 *
 * @param host the address to bind; empty for all addresses of this machine
 * @param port 0 for any free port
 * @param tls certificate and key; empty for plain HTTP
 * @param maxConnections the limit of open connections; further ones wait to be accepted
 * @param drainWithin how long requests in progress may take to finish during shutdown
 */
public record ServerSettings(
        Optional<String> host, int port, Optional<TlsFiles> tls, int maxConnections, Duration drainWithin) {}
