package io.muster.cli.rejections;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rejections are meant: those that all of this holds for.
 *
 * @param reasons one of these; any if empty
 * @param since the record has this time or a later one; any if null
 * @param campaignId the key begins with this campaign; any if null
 * @param positions the record was refused at one of these; anywhere if empty
 */
record Choice(
        Set<String> reasons,
        @Nullable Instant since,
        @Nullable String campaignId,
        Set<Position> positions) {

    Choice {
        reasons = Set.copyOf(reasons);
        positions = Set.copyOf(positions);
    }

    boolean includes(RejectedRecord record) {
        return (reasons.isEmpty() || reasons.contains(record.refusal().reason()))
                && (since == null || !record.time().isBefore(since))
                && (campaignId == null || record.isAbout(campaignId))
                && (positions.isEmpty() || positions.contains(record.position()));
    }
}
