package io.muster.report.wording;

import io.muster.domain.reference.Area;
import io.muster.domain.tree.TreeChange;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changes of the tree of areas are told with.
 *
 * @param areas by area id; of one that is not among them its id is told
 */
public record TreeWording(Wording wording, Map<String, Area> areas) {

    private static final int MOST_NAMED = 10;

    /** The areas that moved. */
    public String moved(TreeChange change) {
        String named = change.moved().stream().limit(MOST_NAMED).map(this::name).collect(Collectors.joining(", "));
        int more = change.moved().size() - MOST_NAMED;
        return more <= 0 ? named : wording.say("and.more", named, wording.count(more));
    }

    /** An area above; that there is none, where it is null. */
    public String parent(@Nullable String areaId) {
        return areaId == null ? wording.say("tree.top") : name(areaId);
    }

    private String name(String areaId) {
        Area area = areas.get(areaId);
        return area == null ? areaId : wording.name(area);
    }
}
