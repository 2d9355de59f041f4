package io.muster.dashboard.api;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The corrections of an area by day, the latest first.
 *
 * @param treeChanges area tree changes that moved areas into, out of or within this area, or the area itself; the
 *     latest first
 */
public record AreaCorrections(
        CampaignId campaignId,
        AreaId areaId,
        @Nullable LocalDate asOfDay,
        @Nullable Instant computedAt,
        List<CorrectionDay> days,
        List<AreaTreeChange> treeChanges) {}
