package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.board.CampaignView;
import io.muster.board.Published;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
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
 * @param asOfDay null if it is not counted
 * @param computedAt null if it is not counted
 */
public record CampaignHead(
        CampaignId campaignId,
        boolean defined,
        @JsonUnwrapped Definition definition,
        @Nullable LocalDate asOfDay,
        @Nullable Instant computedAt) {

    /**
     * The definition.
     *
     * @param names by language; empty if the campaign is not defined, and the other components are null
     */
    public record Definition(
            Map<String, String> names,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable ZoneId zone,
            @Nullable AreaId rootAreaId) {

        private static final Definition NONE = new Definition(Map.of(), null, null, null, null);

        private static Definition of(Campaign campaign) {
            return new Definition(
                    campaign.names(), campaign.startsOn(), campaign.endsOn(), campaign.zone(), campaign.rootAreaId());
        }
    }

    static CampaignHead of(CampaignId campaignId, CampaignView campaign) {
        Campaign definition = campaign.definition();
        Published<CampaignRow> progress = campaign.progress();
        LocalDate asOfDay = progress == null ? null : progress.row().asOfDay();
        Instant computedAt = progress == null ? null : progress.computedAt();
        return new CampaignHead(
                campaignId,
                definition != null,
                definition == null ? Definition.NONE : Definition.of(definition),
                asOfDay,
                computedAt);
    }

    @Nullable
    LocalDate startsOn() {
        return definition.startsOn();
    }

    @Nullable
    LocalDate endsOn() {
        return definition.endsOn();
    }

    /** The time zone; null if the campaign is not defined. */
    public @Nullable ZoneId zone() {
        return definition.zone();
    }
}
