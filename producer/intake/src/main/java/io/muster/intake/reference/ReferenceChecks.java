package io.muster.intake.reference;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.Target;
import io.muster.intake.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the records of all files against each other: duplicates, cycles and unknown references. */
final class ReferenceChecks {

    private static final int MAX_LISTED = 5;

    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final Map<CampaignId, Located<Campaign>> campaigns;
    private final Map<AreaId, Located<Area>> areas;

    ReferenceChecks(List<Located<Campaign>> campaigns, List<Located<Area>> areas, List<Located<Target>> targets) {
        this.campaigns = unique("campaignId", campaigns, Campaign::campaignId);
        this.areas = unique("areaId", areas, Area::areaId);
        unique("areaId", targets, target -> target.campaignId() + ":" + target.areaId());
        problems.addAll(new AreaCycles(this.areas).problems());
        warnOfUnknown("parentId", areas, Area::parentId, this.areas.keySet());
        warnOfUnknown("rootAreaId", campaigns, Campaign::rootAreaId, this.areas.keySet());
        warnOfUnknown("campaignId", targets, Target::campaignId, this.campaigns.keySet());
        warnOfUnknown("areaId", targets, Target::areaId, this.areas.keySet());
    }

    List<Problem> problems() {
        return problems;
    }

    List<Problem> warnings() {
        return warnings;
    }

    private <T, K> Map<K, Located<T>> unique(String field, List<Located<T>> records, Function<T, K> id) {
        Map<K, Located<T>> byId = new LinkedHashMap<>();
        for (Located<T> record : records) {
            K key = id.apply(record.record());
            Located<T> first = byId.putIfAbsent(key, record);
            if (first != null) {
                problems.add(record.problem(
                        field, key.toString(), "is already defined in " + first.place(), "remove one of the two"));
            }
        }
        return byId;
    }

    /**
     * Adds one warning per file, not one per record: if only targets are applied, none of their areas is in the files.
     */
    private <T, K> void warnOfUnknown(
            String field, List<Located<T>> records, Function<T, @Nullable K> reference, Set<K> known) {
        Map<String, Located<T>> firsts = new LinkedHashMap<>();
        Map<String, Set<K>> unknownByFile = new HashMap<>();
        for (Located<T> record : records) {
            K id = reference.apply(record.record());
            if (id != null && !known.contains(id)) {
                firsts.putIfAbsent(record.file(), record);
                unknownByFile
                        .computeIfAbsent(record.file(), file -> new LinkedHashSet<>())
                        .add(id);
            }
        }
        firsts.forEach((file, first) -> {
            Set<K> unknown = unknownByFile.getOrDefault(file, Set.of());
            warnings.add(first.problem(
                    field,
                    listed(unknown),
                    unknown.size() == 1 ? "is not in these files" : "are not in these files",
                    "fine if they are published already; otherwise add what is missing"));
        });
    }

    private static String listed(Set<?> ids) {
        String some = ids.stream().limit(MAX_LISTED).map(Object::toString).collect(Collectors.joining(", "));
        String more = ids.size() > MAX_LISTED ? " and " + (ids.size() - MAX_LISTED) + " more" : "";
        return some + more;
    }
}
