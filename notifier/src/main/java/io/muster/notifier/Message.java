package io.muster.notifier;

import io.muster.domain.CampaignId;
import java.time.Instant;
import java.util.List;

/**
 * One message to one receiver, in its language.
 *
 * @param key idempotency key: the same when the same notifications are sent again
 * @param receiver name of the receiver
 * @param subject one line
 * @param footer names the receiver and the key
 * @param at when the message was composed
 * @param sample whether this is a test message with invented figures
 */
public record Message(
        String key,
        String receiver,
        CampaignName campaign,
        String subject,
        List<Item> items,
        String footer,
        Instant at,
        boolean sample) {

    /** @param name in the receiver's language */
    public record CampaignName(CampaignId id, String name) {}

    /**
     * One notification in words.
     *
     * @param key idempotency key: the same when the same notification is sent again, alone or with others
     * @param areaName in the receiver's language
     * @param summary one line
     * @param text what happened, since when, the figures of the area, and what is needed to reach the target
     */
    public record Item(String key, Notification notification, String areaName, String summary, String text) {}

    public Message {
        items = List.copyOf(items);
    }

    /** Whether at least one alert in the message fires. */
    public boolean isFiring() {
        return items.stream().anyMatch(item -> item.notification().isFiring());
    }
}
