package io.muster.board;

import static java.util.Collections.unmodifiableNavigableMap;

import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.tally.RowKey;
import io.muster.schema.CertifiedCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The certified counts of all campaigns. */
final class CertifiedLog {

    /** @param at when it was signed off; where the record does not say, when it was published */
    private record Signed(long enrolled, Instant at) {}

    private final Map<String, Map<String, NavigableMap<LocalDate, Signed>>> byCampaign = new HashMap<>();

    Feed<?> feed() {
        return new Feed<>(Topics.CERTIFIED_COUNTS, this::put);
    }

    private void put(String key, @Nullable CertifiedCount value, Origin origin) {
        RowKey.OfDay day = RecordKeys.parseDay(key);
        Entries.put(
                byCampaign
                        .computeIfAbsent(day.campaignId(), any -> new HashMap<>())
                        .computeIfAbsent(day.areaId(), any -> new TreeMap<>()),
                day.date(),
                value == null
                        ? null
                        : new Signed(value.getEnrolled(), value.getCertifiedAt().orElse(origin.at())));
    }

    /** Those of a campaign, by area id, then day. */
    Map<String, NavigableMap<LocalDate, Long>> counts(String campaignId) {
        return each(campaignId, Signed::enrolled);
    }

    /** When those of a campaign were signed off, by area id, then day. */
    Map<String, NavigableMap<LocalDate, Instant>> times(String campaignId) {
        return each(campaignId, Signed::at);
    }

    /** By campaign id, then area id, then day. */
    Map<String, Map<String, Map<LocalDate, Long>>> all() {
        return byCampaign.keySet().stream()
                .collect(Collectors.toMap(campaignId -> campaignId, campaignId -> Map.copyOf(counts(campaignId))));
    }

    private <T> Map<String, NavigableMap<LocalDate, T>> each(String campaignId, Function<Signed, T> what) {
        Map<String, NavigableMap<LocalDate, T>> each = new HashMap<>();
        byCampaign.getOrDefault(campaignId, Map.of()).forEach((areaId, days) -> {
            NavigableMap<LocalDate, T> ofArea = new TreeMap<>();
            days.forEach((date, signed) -> ofArea.put(date, what.apply(signed)));
            each.put(areaId, unmodifiableNavigableMap(ofArea));
        });
        return Map.copyOf(each);
    }
}
