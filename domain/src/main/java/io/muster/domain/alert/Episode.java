package io.muster.domain.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that an alert fired, by the as-of clock.
 *
 * @param resolvedAt null while the alert fires
 */
public record Episode(Instant firedAt, @Nullable Instant resolvedAt) {}
