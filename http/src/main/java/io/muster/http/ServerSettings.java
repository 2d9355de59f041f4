package io.muster.http;

import java.time.Duration;
import java.util.Optional;

/**
 * Where and how a service serves.
 *
 * @param host the address that it listens on; all of this machine where none is given
 * @param port 0 takes a free one
 * @param tls how connections are secured; without it they are not
 * @param maxConnections how many there may be at the same time; further ones wait to be taken
 * @param drainWithin how long requests under way may take to end when the service stops
 */
public record ServerSettings(
        Optional<String> host, int port, Optional<TlsFiles> tls, int maxConnections, Duration drainWithin) {}
