package io.muster.board;

import static java.util.Collections.unmodifiableNavigableMap;

import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
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

/** Collects the certified counts of all campaigns. */
final class CertifiedCountCollector {

    /** @param at time of sign-off; the record's timestamp if the record does not contain it */
    private record Signed(long enrolled, Instant at) {}

    private final Map<CampaignId, Map<AreaId, NavigableMap<LocalDate, Signed>>> byCampaign = new HashMap<>();

    Feed<?> feed() {
        return new Feed<>(Topics.CERTIFIED_COUNTS, this::put);
    }

    private void put(String key, @Nullable CertifiedCount value, RecordLocation location) {
        RowKey.OfDay day = RecordKeys.parseDay(key);
        Maps.putOrRemove(
                byCampaign
                        .computeIfAbsent(day.campaignId(), any -> new HashMap<>())
                        .computeIfAbsent(day.areaId(), any -> new TreeMap<>()),
                day.date(),
                value == null
                        ? null
                        : new Signed(value.getEnrolled(), value.getCertifiedAt().orElse(location.timestamp())));
    }

    /** The certified counts of a campaign, by area id, then day. */
    Map<AreaId, NavigableMap<LocalDate, Long>> counts(CampaignId campaignId) {
        return each(campaignId, Signed::enrolled);
    }

    /** The sign-off times of a campaign, by area id, then day. */
    Map<AreaId, NavigableMap<LocalDate, Instant>> times(CampaignId campaignId) {
        return each(campaignId, Signed::at);
    }

    /** All certified counts, by campaign id, then area id, then day. */
    Map<CampaignId, Map<AreaId, Map<LocalDate, Long>>> all() {
        return byCampaign.keySet().stream()
                .collect(Collectors.toMap(campaignId -> campaignId, campaignId -> Map.copyOf(counts(campaignId))));
    }

    private <T> Map<AreaId, NavigableMap<LocalDate, T>> each(CampaignId campaignId, Function<Signed, T> what) {
        Map<AreaId, NavigableMap<LocalDate, T>> each = new HashMap<>();
        byCampaign.getOrDefault(campaignId, Map.of()).forEach((areaId, days) -> {
            NavigableMap<LocalDate, T> ofArea = new TreeMap<>();
            days.forEach((date, signed) -> ofArea.put(date, what.apply(signed)));
            each.put(areaId, unmodifiableNavigableMap(ofArea));
        });
        return Map.copyOf(each);
    }
}
