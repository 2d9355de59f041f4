package io.muster.notifier;

import java.time.Instant;
import java.util.List;

/**
 * What a receiver is told at once, in its language.
 *
 * @param key the same if the same is told again: by it a receiver can tell a repeat
 * @param receiver its name
 * @param campaignName in the receiver's language
 * @param subject what it is about, in one line
 * @param footer what it is, and why it comes
 * @param at when it is told
 * @param sample whether nothing of it is true, as it was only asked for to see whether it arrives
 */
public record Message(
        String key,
        String receiver,
        String campaignId,
        String campaignName,
        String subject,
        List<Item> items,
        String footer,
        Instant at,
        boolean sample) {

    /**
     * @param key the same if the same notification is told again, alone or with others
     * @param areaName in the receiver's language
     * @param summary what it is about, in one line
     * @param text what happened, how far the area is, since when, what is needed
     */
    public record Item(String key, Notification notification, String areaName, String summary, String text) {}

    public Message {
        items = List.copyOf(items);
    }

    /** Whether any alert of it fires. */
    public boolean isFiring() {
        return items.stream().anyMatch(item -> item.notification().isFiring());
    }
}
