package io.muster.dashboard.api;

import io.muster.board.CampaignView;
import io.muster.board.Published;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a campaign, and the time of its figures.
 *
 * @param defined whether it is defined; an undefined campaign occurs in statements only, e.g. because of a mistyped id
 * @param names by language; empty if it is not defined, and the other components of the definition are null
 * @param asOfDay null if it is not counted
 * @param computedAt null if it is not counted
 */
public record CampaignHead(
        String campaignId,
        boolean defined,
        Map<String, String> names,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable ZoneId zone,
        @Nullable String rootAreaId,
        @Nullable LocalDate asOfDay,
        @Nullable Instant computedAt) {

    static CampaignHead of(String campaignId, CampaignView campaign) {
        Campaign definition = campaign.definition();
        Published<CampaignRow> progress = campaign.progress();
        LocalDate asOfDay = progress == null ? null : progress.row().asOfDay();
        Instant computedAt = progress == null ? null : progress.computedAt();
        return definition == null
                ? new CampaignHead(campaignId, false, Map.of(), null, null, null, null, asOfDay, computedAt)
                : new CampaignHead(
                        campaignId,
                        true,
                        definition.names(),
                        definition.startsOn(),
                        definition.endsOn(),
                        definition.zone(),
                        definition.rootAreaId(),
                        asOfDay,
                        computedAt);
    }
}
