package io.muster.board;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.CampaignId;
import io.muster.domain.ledger.LostStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Collects the statements of one campaign that arrived later than the winning one but lost. Of duplicates, the first is
 * kept.
 */
final class LostStatementCollector {

    private final CampaignId campaignId;
    private final Map<UUID, LostStatement> byEvent = new LinkedHashMap<>();

    LostStatementCollector(CampaignId campaignId) {
        this.campaignId = campaignId;
    }

    Feed<?> feed() {
        return Feed.of(Topics.LOST_STATEMENTS, this::put);
    }

    private void put(String key, io.muster.schema.@Nullable LostStatement value) {
        if (value != null && value.getCampaignId().equals(campaignId.value())) {
            LostStatement loss = StatementMapping.fromAvro(value);
            byEvent.putIfAbsent(loss.lost().eventId(), loss);
        }
    }

    /** Ordered within each partition only. */
    List<LostStatement> lost() {
        return List.copyOf(byEvent.values());
    }
}
