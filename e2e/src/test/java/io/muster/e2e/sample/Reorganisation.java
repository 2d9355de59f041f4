package io.muster.e2e.sample;

import io.muster.domain.AreaId;
import io.muster.domain.fixture.ReferenceRecord;
import io.muster.domain.fixture.ReferenceRecord.OfArea;
import io.muster.domain.fixture.ReferenceRecord.OfTarget;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The reference records of a province that reorganises its districts. */
public final class Reorganisation {

    private Reorganisation() {}

    /** Moves an area to another parent. */
    public static OfArea move(String areaId, String parentId, References now) {
        return move(new AreaId(areaId), new AreaId(parentId), now);
    }

    private static OfArea move(AreaId areaId, AreaId parentId, References now) {
        Area area = Objects.requireNonNull(now.areas().get(areaId));
        return new OfArea(
                areaId,
                new Area(areaId, parentId, area.level(), area.kind(), area.names(), area.baseline(), area.position()));
    }

    /** Merges a district, with its communes and targets, into another one and removes it. */
    public static List<ReferenceRecord> merge(String district, String into, References now) {
        AreaId districtId = new AreaId(district);
        AreaId intoId = new AreaId(into);
        List<ReferenceRecord> records = new ArrayList<>();
        now.areas().values().stream()
                .filter(area -> districtId.equals(area.parentId()))
                .forEach(commune -> records.add(move(commune.areaId(), intoId, now)));
        now.targets().forEach((campaignId, targets) -> {
            long both = Objects.requireNonNull(targets.get(districtId)) + Objects.requireNonNull(targets.get(intoId));
            records.add(new OfTarget(campaignId, intoId, both));
            records.add(new OfTarget(campaignId, districtId, null));
        });
        records.add(new OfArea(districtId, null));
        return records;
    }
}
