package io.muster.dashboard.view;

import static java.util.Collections.unmodifiableNavigableMap;

import io.muster.schema.CertifiedCount;
import io.muster.schemas.Topics;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The certified counts of one campaign. */
final class CertifiedLog {

    private final String campaignId;
    private final Map<String, NavigableMap<LocalDate, Long>> byArea = new HashMap<>();

    CertifiedLog(String campaignId) {
        this.campaignId = campaignId;
    }

    Feed<?> feed() {
        return Feed.of(Topics.CERTIFIED_COUNTS, this::put);
    }

    private void put(String key, @Nullable CertifiedCount value) {
        KeyParts parts = KeyParts.ofCount(key, 3);
        if (parts.campaignId().equals(campaignId)) {
            LocalDate date = LocalDate.parse(parts.at(2));
            Entries.put(
                    byArea.computeIfAbsent(parts.areaId(), any -> new TreeMap<>()),
                    date,
                    value == null ? null : (Long) value.getEnrolled());
        }
    }

    /** By area id, then day. */
    Map<String, NavigableMap<LocalDate, Long>> counts() {
        Map<String, NavigableMap<LocalDate, Long>> counts = new HashMap<>();
        byArea.forEach((areaId, days) -> counts.put(areaId, unmodifiableNavigableMap(new TreeMap<>(days))));
        return Map.copyOf(counts);
    }
}
