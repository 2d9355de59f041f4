package io.muster.simulation.scenario;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The areas of the province. Both drives share them, so that publishing one sample after the other changes no area. */
final class SampleAreas {

    private static final long SEED = 209;

    private final Map<AreaId, Area> areas = new LinkedHashMap<>();
    private final Map<AreaId, List<AreaId>> communes = new LinkedHashMap<>();
    private final Map<AreaId, Double> weights = new LinkedHashMap<>();

    SampleAreas() {
        SeededRandom random = SeededRandom.of(SEED, "areas");
        long baseline = BacGiang.DISTRICTS.stream()
                .mapToLong(BacGiang.District::baseline)
                .sum();
        put(new Area(BacGiang.PROVINCE, null, "province", "province", names("Bắc Giang"), baseline, null));
        for (BacGiang.District district : BacGiang.DISTRICTS) {
            put(new Area(
                    district.id(),
                    BacGiang.PROVINCE,
                    "district",
                    district.kind(),
                    Map.of("vi", district.name(), "en", district.englishName()),
                    district.baseline(),
                    new Area.TilePosition(district.column(), district.row())));
            addUnits(district, random);
        }
    }

    private void addUnits(BacGiang.District district, SeededRandom random) {
        List<Double> size = district.units().stream()
                .map(unit -> random.between(0.6, 1.6) * (unit.kind().equals("commune") ? 1 : 1.3))
                .toList();
        long[] baselines = Apportionment.divide(district.baseline(), size);
        List<AreaId> ids = new ArrayList<>();
        for (int i = 0; i < size.size(); i++) {
            BacGiang.Unit unit = district.units().get(i);
            AreaId id = new AreaId(district.id() + "." + Slugs.slug(unit.name()));
            put(new Area(id, district.id(), "commune", unit.kind(), names(unit.name()), baselines[i], null));
            ids.add(id);
            weights.put(id, size.get(i));
        }
        communes.put(district.id(), List.copyOf(ids));
    }

    private void put(Area area) {
        if (areas.put(area.areaId(), area) != null) {
            throw new IllegalStateException("two areas are called " + area.areaId());
        }
    }

    /** English names keep their diacritics, because names without them are different names. */
    private static Map<String, String> names(String name) {
        return Map.of("vi", name, "en", name);
    }

    /** All areas, top-down. */
    List<Area> areas() {
        return List.copyOf(areas.values());
    }

    List<AreaId> districts() {
        return List.copyOf(communes.keySet());
    }

    List<AreaId> communesOf(AreaId districtId) {
        return communes.getOrDefault(districtId, List.of());
    }

    /** Relative sizes of {@link #communesOf}. */
    List<Double> weightsOf(AreaId districtId) {
        return communesOf(districtId).stream()
                .map(id -> weights.getOrDefault(id, 0.0))
                .toList();
    }

    /** The district of an area, or the area itself if it is a district. */
    AreaId districtOf(AreaId areaId) {
        int dot = areaId.value().indexOf('.');
        return dot < 0 ? areaId : new AreaId(areaId.value().substring(0, dot));
    }

    /** Whether the first area is the other one or below it. */
    boolean isWithin(AreaId areaId, AreaId otherId) {
        return otherId.equals(BacGiang.PROVINCE)
                || areaId.equals(otherId)
                || districtOf(areaId).equals(otherId);
    }
}
