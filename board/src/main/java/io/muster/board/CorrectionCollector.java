package io.muster.board;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.CampaignId;
import io.muster.domain.ledger.Correction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects the corrections of one campaign. Drops duplicates published again by a replaying application id. */
final class CorrectionCollector {

    private final CampaignId campaignId;
    private final Map<List<UUID>, Correction> byEvents = new LinkedHashMap<>();

    CorrectionCollector(CampaignId campaignId) {
        this.campaignId = campaignId;
    }

    Feed<?> feed() {
        return new Feed<>(Topics.CORRECTIONS, this::put);
    }

    private void put(String key, io.muster.schema.@Nullable Correction value, RecordLocation location) {
        if (value != null && value.getCampaignId().equals(campaignId.value())) {
            Correction correction = StatementMapping.fromAvro(value, location.timestamp());
            byEvents.putIfAbsent(
                    List.of(correction.from().eventId(), correction.to().eventId()), correction);
        }
    }

    /** Ordered within each partition only. */
    List<Correction> corrections() {
        return List.copyOf(byEvents.values());
    }
}
