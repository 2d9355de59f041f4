package io.muster.cli.rejections;

import io.muster.domain.CampaignId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects the rejections that meet all conditions.
 *
 * @param reasons the accepted reasons; all if empty
 * @param since the earliest timestamp; any if null
 * @param campaignId the campaign that the key begins with; any if null
 * @param positions the accepted positions; all if empty
 */
record RejectionFilter(
        Set<String> reasons,
        @Nullable Instant since,
        @Nullable CampaignId campaignId,
        Set<RecordPosition> positions) {

    RejectionFilter {
        reasons = Set.copyOf(reasons);
        positions = Set.copyOf(positions);
    }

    boolean matches(RejectedRecord record) {
        return (reasons.isEmpty() || reasons.contains(record.refusal().reason()))
                && (since == null || !record.time().isBefore(since))
                && (campaignId == null || record.isAbout(campaignId))
                && (positions.isEmpty() || positions.contains(record.position()));
    }
}
