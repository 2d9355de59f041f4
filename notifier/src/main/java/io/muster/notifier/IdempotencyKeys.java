package io.muster.notifier;

import io.muster.domain.tally.RowKey.OfAlert;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The keys by which a receiver can tell a repeat. What is sent again after a failure or a crash has the key that it had, as that was
 * written down before the first attempt; what happens anew to the same alert has another.
 */
final class IdempotencyKeys {

    private static final int LENGTH = 32;

    private IdempotencyKeys() {}

    /**
     * Of one notification.
     *
     * @param at when it is told first, if it is
     */
    static String of(String receiver, Notification notification, Instant at) {
        if (notification.key() != null) {
            return notification.key();
        }
        OfAlert alert = notification.alert();
        return hash(List.of(
                receiver,
                alert.campaignId(),
                alert.areaId(),
                alert.rule().name(),
                notification.kind().name(),
                notification.firedAt().toString(),
                at.toString()));
    }

    /** Of a message: of all that it tells. */
    static String of(List<String> notifications) {
        return hash(notifications);
    }

    private static String hash(List<String> parts) {
        return DigestUtils.sha256Hex(String.join("\n", parts)).substring(0, LENGTH);
    }
}
