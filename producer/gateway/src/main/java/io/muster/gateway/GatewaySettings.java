package io.muster.gateway;

import io.muster.client.PublisherConfig;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import io.muster.http.ServerSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a gateway runs.
 *
 * @param server where and how it serves
 * @param to where statements go, and how long to wait for acknowledgements
 * @param keys the file of API keys
 * @param participantKey makes participants of identity numbers; without it they are refused
 * @param limits of all requests
 * @param numericRefs whether participants may be known by bare numbers as long as identity numbers
 */
public record GatewaySettings(
        ServerSettings server,
        PublisherConfig to,
        Path keys,
        Optional<ParticipantKey> participantKey,
        GatewayLimits limits,
        NumericRefs numericRefs) {}
