package io.muster.cli.reference;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import io.muster.domain.reference.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How definitions differ from the published ones.
 *
 * @param moved areas whose parent changes
 * @param retargeted areas whose target changes
 */
record ReferenceChanges(
        Difference campaigns, Difference areas, Difference targets, List<Moved> moved, List<Retargeted> retargeted) {

    static final ReferenceChanges NONE =
            new ReferenceChanges(Difference.NONE, Difference.NONE, Difference.NONE, List.of(), List.of());

    private static final int MOST_NAMED = 20;

    /** How many definitions are new, changed and unchanged. */
    record Difference(int added, int changed, int same) {

        static final Difference NONE = new Difference(0, 0, 0);

        Difference with(@Nullable Object before, Object now) {
            return before == null
                    ? new Difference(added + 1, changed, same)
                    : before.equals(now)
                            ? new Difference(added, changed, same + 1)
                            : new Difference(added, changed + 1, same);
        }
    }

    /** @param from the previous parent; null for a root */
    record Moved(
            AreaId areaId, @Nullable AreaId from, @Nullable AreaId to) {}

    record Retargeted(CampaignId campaignId, AreaId areaId, long from, long to) {}

    static ReferenceChanges of(References before, List<Campaign> campaigns, List<Area> areas, List<Target> targets) {
        Difference ofCampaigns = Difference.NONE;
        for (Campaign campaign : campaigns) {
            ofCampaigns = ofCampaigns.with(before.campaigns().get(campaign.campaignId()), campaign);
        }
        Difference ofAreas = Difference.NONE;
        List<Moved> moved = new ArrayList<>();
        for (Area area : areas) {
            Area known = before.areas().get(area.areaId());
            ofAreas = ofAreas.with(known, area);
            if (known != null && !Objects.equals(known.parentId(), area.parentId())) {
                moved.add(new Moved(area.areaId(), known.parentId(), area.parentId()));
            }
        }
        Difference ofTargets = Difference.NONE;
        List<Retargeted> retargeted = new ArrayList<>();
        for (Target target : targets) {
            Long known = before.target(target.campaignId(), target.areaId());
            ofTargets = ofTargets.with(known, target.target());
            if (known != null && known != target.target()) {
                retargeted.add(new Retargeted(target.campaignId(), target.areaId(), known, target.target()));
            }
        }
        return new ReferenceChanges(ofCampaigns, ofAreas, ofTargets, moved, retargeted);
    }

    /** As text. Names at most 20 areas of each kind. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("new: campaigns %d, areas %d, targets %d; changed: campaigns %d, areas %d, targets %d"
                .formatted(
                        campaigns.added,
                        areas.added,
                        targets.added,
                        campaigns.changed,
                        areas.changed,
                        targets.changed));
        addFirst(
                lines,
                moved.stream()
                        .map(area ->
                                "area " + area.areaId + " moves from " + parent(area.from) + " to " + parent(area.to))
                        .toList());
        addFirst(
                lines,
                retargeted.stream()
                        .map(area -> "target of " + area.areaId + " in " + area.campaignId + " goes from " + area.from
                                + " to " + area.to)
                        .toList());
        return lines;
    }

    private static void addFirst(List<String> lines, List<String> all) {
        all.stream().limit(MOST_NAMED).forEach(lines::add);
        if (all.size() > MOST_NAMED) {
            lines.add("... and " + (all.size() - MOST_NAMED) + " more");
        }
    }

    private static String parent(@Nullable AreaId areaId) {
        return areaId == null ? "no parent" : areaId.value();
    }
}
