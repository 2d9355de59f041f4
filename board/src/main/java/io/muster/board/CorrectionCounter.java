package io.muster.board;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.CampaignId;
import io.muster.domain.ledger.Correction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts corrections. Duplicates, published again by a replaying application id, are counted once. */
final class CorrectionCounter {

    private record Events(UUID from, UUID to) {}

    private final Set<Events> seen = new HashSet<>();
    private final Map<CampaignId, Map<CorrectionCount, CorrectionCount>> byCampaign = new HashMap<>();
    private final Consumer<CampaignId> changed;
    private @Nullable Map<CampaignId, List<CorrectionCount>> frozen;

    /** @param changed called with the campaign id of every counted correction */
    CorrectionCounter(Consumer<CampaignId> changed) {
        this.changed = changed;
    }

    Feed<?> feed() {
        return new Feed<>(Topics.CORRECTIONS, this::put);
    }

    private void put(String key, io.muster.schema.@Nullable Correction value, RecordLocation location) {
        if (value != null) {
            Correction correction = StatementMapping.fromAvro(value, location.timestamp());
            if (seen.add(new Events(correction.from().eventId(), correction.to().eventId()))) {
                CorrectionCount one = CorrectionCount.of(correction);
                byCampaign
                        .computeIfAbsent(correction.campaignId(), any -> new HashMap<>())
                        .merge(one, one, CorrectionCount::plus);
                frozen = null;
                changed.accept(correction.campaignId());
            }
        }
    }

    void clear() {
        seen.clear();
        byCampaign.clear();
        frozen = null;
    }

    /** Takes a snapshot: counts by campaign id, unordered. */
    Map<CampaignId, List<CorrectionCount>> freeze() {
        if (frozen == null) {
            Map<CampaignId, List<CorrectionCount>> now = new HashMap<>();
            byCampaign.forEach((campaignId, counts) -> now.put(campaignId, List.copyOf(counts.values())));
            frozen = Map.copyOf(now);
        }
        return frozen;
    }
}
