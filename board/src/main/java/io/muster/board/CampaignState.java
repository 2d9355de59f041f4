package io.muster.board;

import static java.util.Collections.unmodifiableMap;

import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known about one campaign, while it changes. Copies only what has changed. */
final class CampaignState {

    final String id;
    private @Nullable Campaign definition;
    private @Nullable Published<CampaignRow> progress;
    private final Map<String, Long> targets = new HashMap<>();
    private final Map<String, AreaState> areas = new HashMap<>();
    private final Offsets removedBy = new Offsets();
    private @Nullable CampaignView frozen;

    CampaignState(String id) {
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

    void target(String areaId, @Nullable Long target) {
        Entries.put(targets, areaId, target);
        frozen = null;
    }

    /** Notes which record took the progress of an area away. */
    void removedBy(Origin origin) {
        removedBy.note(Offsets.Of.PROGRESS, origin);
        frozen = null;
    }

    /** Changes an area, which may come or go with the change. */
    void area(String areaId, Consumer<AreaState> change) {
        AreaState known = areas.get(areaId);
        AreaState area = known == null ? new AreaState(id, areaId) : known;
        change.accept(area);
        Entries.put(areas, area.id, area.isEmpty() ? null : area);
        frozen = null;
    }

    boolean isEmpty() {
        return definition == null && progress == null && targets.isEmpty() && areas.isEmpty();
    }

    /** One that comes back still has to say what was taken away. */
    boolean isForgettable() {
        return isEmpty() && removedBy.isEmpty();
    }

    CampaignView freeze() {
        if (frozen == null) {
            Map<String, AreaView> areasNow = new HashMap<>(2 * areas.size());
            areas.forEach((areaId, area) -> areasNow.put(areaId, area.freeze()));
            frozen = new CampaignView(
                    definition, progress, Map.copyOf(targets), unmodifiableMap(areasNow), removedBy.freeze());
        }
        return frozen;
    }
}
