package io.muster.domain.tally;

import io.muster.domain.AreaId;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.CampaignRow.UnplacedArea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Enrolled participants of a campaign whose area is not in its tree. */
final class Unplaced {

    private static final Comparator<UnplacedArea> ORDER =
            Comparator.comparingLong(UnplacedArea::enrolled).reversed().thenComparing(UnplacedArea::areaId);

    private final List<UnplacedArea> all = new ArrayList<>();

    /** @param enrolledElsewhere enrolled participants by stated area, for areas that are not in the tree */
    Unplaced(TallyTree tree, Map<AreaId, Long> enrolledElsewhere) {
        enrolledElsewhere.forEach((areaId, enrolled) -> {
            if (enrolled > 0) {
                all.add(new UnplacedArea(areaId, enrolled, tree.place(areaId) != TallyTree.Place.UNKNOWN));
            }
        });
    }

    long enrolled() {
        return all.stream().mapToLong(UnplacedArea::enrolled).sum();
    }

    /** Participants whose area, or an area on its path to the root, has no definition. */
    long unknown() {
        return all.stream()
                .filter(area -> !area.known())
                .mapToLong(UnplacedArea::enrolled)
                .sum();
    }

    /** The areas with the most participants. */
    List<UnplacedArea> areas() {
        return all.stream().sorted(ORDER).limit(DataQuality.MOST_UNPLACED_AREAS).toList();
    }
}
