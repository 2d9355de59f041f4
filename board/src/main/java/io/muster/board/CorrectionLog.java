package io.muster.board;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.ledger.Correction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The corrections of one campaign. One that was recorded again, by an application id that replays, is there once. */
final class CorrectionLog {

    private final String campaignId;
    private final Map<List<UUID>, Correction> byEvents = new LinkedHashMap<>();

    CorrectionLog(String campaignId) {
        this.campaignId = campaignId;
    }

    Feed<?> feed() {
        return new Feed<>(Topics.CORRECTIONS, this::put);
    }

    private void put(String key, io.muster.schema.@Nullable Correction value, Origin origin) {
        if (value != null && value.getCampaignId().equals(campaignId)) {
            Correction correction = StatementMapping.fromAvro(value, origin.at());
            byEvents.putIfAbsent(
                    List.of(correction.from().eventId(), correction.to().eventId()), correction);
        }
    }

    /** In the order of each partition. */
    List<Correction> corrections() {
        return List.copyOf(byEvents.values());
    }
}
