package io.muster.board;

import static java.util.Collections.unmodifiableMap;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Mutable state of one campaign. Snapshots share what has not changed. */
final class CampaignState {

    final CampaignId id;
    private @Nullable Campaign definition;
    private @Nullable Published<CampaignRow> progress;
    private final Map<AreaId, Long> targets = new HashMap<>();
    private final Map<AreaId, AreaState> areas = new HashMap<>();
    private final PositionTracker removedBy = new PositionTracker();
    private @Nullable CampaignView frozen;

    CampaignState(CampaignId id) {
        this.id = id;
    }

    void definition(@Nullable Campaign campaign) {
        definition = campaign;
        frozen = null;
    }

    void progress(@Nullable Published<CampaignRow> row) {
        progress = row;
        frozen = null;
    }

    void target(AreaId areaId, @Nullable Long target) {
        Maps.putOrRemove(targets, areaId, target);
        frozen = null;
    }

    /** Records the position of a tombstone of an area's progress. */
    void removedBy(RecordLocation location) {
        removedBy.note(PositionTracker.Source.PROGRESS, location);
        frozen = null;
    }

    /** Changes an area; adds it if it is new, removes it if it becomes empty. */
    void area(AreaId areaId, Consumer<AreaState> change) {
        AreaState known = areas.get(areaId);
        AreaState area = known == null ? new AreaState(id, areaId) : known;
        change.accept(area);
        Maps.putOrRemove(areas, area.id, area.isEmpty() ? null : area);
        frozen = null;
    }

    boolean isEmpty() {
        return definition == null && progress == null && targets.isEmpty() && areas.isEmpty();
    }

    /** Whether this campaign can be dropped: it is empty, and no open stream needs the position of a tombstone. */
    boolean isForgettable() {
        return isEmpty() && removedBy.isEmpty();
    }

    CampaignView freeze() {
        if (frozen == null) {
            Map<AreaId, AreaView> areasNow = new HashMap<>(2 * areas.size());
            areas.forEach((areaId, area) -> areasNow.put(areaId, area.freeze()));
            frozen = new CampaignView(
                    definition, progress, Map.copyOf(targets), unmodifiableMap(areasNow), removedBy.freeze());
        }
        return frozen;
    }
}
