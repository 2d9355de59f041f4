package io.muster.report.wording;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.tree.TreeChange;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names areas in sentences about area tree changes.
 *
 * @param areas by area id; an area that is missing here is named by its id
 */
public record TreeWording(Wording wording, Map<AreaId, Area> areas) {

    private static final int MAX_NAMED = 10;

    /** Names the areas that moved. */
    public String moved(TreeChange change) {
        String named = change.moved().stream().limit(MAX_NAMED).map(this::name).collect(Collectors.joining(", "));
        int more = change.moved().size() - MAX_NAMED;
        return more <= 0 ? named : wording.say("and.more", named, wording.count(more));
    }

    /** Names a parent; null means the top of the tree. */
    public String parent(@Nullable AreaId areaId) {
        return areaId == null ? wording.say("tree.top") : name(areaId);
    }

    private String name(AreaId areaId) {
        Area area = areas.get(areaId);
        return area == null ? areaId.value() : wording.name(area);
    }
}
