package io.muster.gateway;

import io.muster.client.PublisherSettings;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import io.muster.http.ServerSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings of a gateway.
 *
 * @param server address, port and TLS
 * @param to destination of statements, and how long to wait for acknowledgements
 * @param keys the file of API keys
 * @param participantKey replaces identity numbers by references; without it they are refused
 * @param limits of requests
 * @param numericRefs whether references may be bare numbers as long as an identity number
 */
public record GatewaySettings(
        ServerSettings server,
        PublisherSettings to,
        Path keys,
        Optional<ParticipantKey> participantKey,
        GatewayLimits limits,
        NumericRefs numericRefs) {}
