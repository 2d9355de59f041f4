package io.muster.dashboard.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days on which an area was corrected, the latest first.
 *
 * @param treeChanges areas that got another parent and were counted in this one, before or since, or were this one; the latest first
 */
public record AreaCorrections(
        String campaignId,
        String areaId,
        @Nullable LocalDate asOfDay,
        @Nullable Instant computedAt,
        List<CorrectionDay> days,
        List<AreaTreeChange> treeChanges) {}
