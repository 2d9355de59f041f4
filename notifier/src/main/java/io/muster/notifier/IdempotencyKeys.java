package io.muster.notifier;

import io.muster.domain.tally.RowKey.OfAlert;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Keys by which a receiver recognizes duplicates. The key is persisted before the first attempt, so a retry reuses it
 * even after a crash. A new event of the same alert gets a new key.
 */
final class IdempotencyKeys {

    private static final int LENGTH = 32;

    private IdempotencyKeys() {}

    /** @param at time of the first attempt; ignored when the notification already has a key */
    static String of(String receiver, Notification notification, Instant at) {
        if (notification.key() != null) {
            return notification.key();
        }
        OfAlert alert = notification.alert();
        return hash(List.of(
                receiver,
                alert.campaignId().value(),
                alert.areaId().value(),
                alert.rule().name(),
                notification.kind().name(),
                notification.firedAt().toString(),
                at.toString()));
    }

    /** The key of a message, from the keys of its notifications. */
    static String of(List<String> notificationKeys) {
        return hash(notificationKeys);
    }

    private static String hash(List<String> parts) {
        return DigestUtils.sha256Hex(String.join("\n", parts)).substring(0, LENGTH);
    }
}
