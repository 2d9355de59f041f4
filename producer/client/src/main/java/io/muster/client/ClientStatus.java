package io.muster.client;

import io.muster.client.spool.SpoolCounts;
import java.time.Instant;
import java.util.Optional;

/**
 * What to show to the people of an office.
 *
 * @param pending statements that are safe here, and still to be sent
 * @param sent statements that are acknowledged, since the spool was made
 * @param refused statements that are kept here, but not sent: {@link EnrollmentClient#refused()} says why
 * @param oldestPending when the first statement that is still to be sent was recorded here
 * @param waitsFor what keeps the client from sending at the moment, and what to do about it; empty while it sends, and while there is
 *     nothing to send or nothing is known yet
 */
public record ClientStatus(
        long pending, long sent, long refused, Optional<Instant> oldestPending, Optional<String> waitsFor) {

    static ClientStatus of(SpoolCounts counts, Optional<String> waitsFor) {
        return new ClientStatus(
                counts.pending(),
                counts.sent(),
                counts.refused(),
                Optional.ofNullable(counts.oldestPending()),
                waitsFor);
    }
}
