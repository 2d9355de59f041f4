package io.muster.dashboard.api;

import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.domain.AreaId;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tree.TreeChange;
import io.muster.domain.tree.TreeChanges;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Areas that moved to another parent at the same time.
 *
 * @param date the local day
 * @param from previous parent; null if they were roots
 * @param to new parent; null if they are roots now
 * @param net net change of the area's current count to date; null if unknown because the moved areas left the campaign
 */
public record AreaTreeChange(
        Instant at,
        LocalDate date,
        @Nullable AreaId from,
        @Nullable AreaId to,
        List<AreaId> moved,
        @Nullable Long net) {

    /** The changes that concern an area, the latest first. */
    static List<AreaTreeChange> of(
            Board board, Campaign campaign, CampaignView view, @Nullable LocalDate asOfDay, AreaId areaId) {
        Predicate<LocalDate> counted = date -> campaign.covers(date) && (asOfDay == null || !date.isAfter(asOfDay));
        List<AreaTreeChange> changes = new ArrayList<>();
        for (TreeChange change : TreeChanges.of(board.areas(), campaign.rootAreaId(), view::enrolled)) {
            if (change.concerns(areaId)) {
                changes.add(new AreaTreeChange(
                        change.at(),
                        LocalDate.ofInstant(change.at(), campaign.zone()),
                        change.from(),
                        change.to(),
                        change.moved(),
                        change.net(areaId, counted)));
            }
        }
        Collections.reverse(changes);
        return changes;
    }
}
