package io.muster.client;

import io.muster.client.spool.SpoolCounts;
import java.time.Instant;
import java.util.Optional;

/**
 * Status of a client, for display in an office.
 *
 * @param pending statements that are stored and still to be sent
 * @param sent statements acknowledged since the spool was created
 * @param refused statements that are kept but not sent: see {@link EnrollmentClient#refused()}
 * @param oldestPending when the oldest pending statement was recorded
 * @param waitsFor why the client cannot send at the moment, and the remedy; empty while it sends, while nothing is
 *     pending, and before the first attempt has ended
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
