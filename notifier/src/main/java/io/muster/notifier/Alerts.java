package io.muster.notifier;

import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey.OfAlert;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of all alerts and the reference data that messages need.
 *
 * @param rows alerts with at least one episode, according to current data
 * @param campaigns by id; campaigns without a definition are absent
 * @param areas by id
 */
public record Alerts(Map<OfAlert, AlertRow> rows, Map<CampaignId, Campaign> campaigns, Map<AreaId, Area> areas) {

    public Alerts {
        rows = Map.copyOf(rows);
        campaigns = Map.copyOf(campaigns);
        areas = Map.copyOf(areas);
    }

    public static Alerts of(Board board) {
        Map<OfAlert, AlertRow> rows = new HashMap<>();
        Map<CampaignId, Campaign> campaigns = new HashMap<>();
        for (Map.Entry<CampaignId, CampaignView> campaign : board.campaigns().entrySet()) {
            Campaign definition = campaign.getValue().definition();
            if (definition != null) {
                campaigns.put(campaign.getKey(), definition);
            }
            campaign.getValue()
                    .areas()
                    .forEach((areaId, area) -> area.alerts()
                            .forEach((rule, alert) ->
                                    rows.put(new OfAlert(campaign.getKey(), areaId, rule), alert.row())));
        }
        return new Alerts(rows, campaigns, board.areas());
    }

    @Nullable
    Campaign campaign(CampaignId id) {
        return campaigns.get(id);
    }

    /** The time zone of a campaign; UTC if the campaign is not defined. */
    ZoneId zone(CampaignId campaignId) {
        Campaign campaign = campaigns.get(campaignId);
        return campaign == null ? ZoneOffset.UTC : campaign.zone();
    }

    /** Whether only figures differ, so that no receiver needs a new notification. */
    public boolean hasSameStates(Alerts other) {
        return rows.keySet().equals(other.rows.keySet())
                && campaigns.equals(other.campaigns)
                && areas.equals(other.areas)
                && rows.entrySet().stream().allMatch(row -> hasSameState(row.getValue(), other.rows.get(row.getKey())));
    }

    private static boolean hasSameState(AlertRow row, @Nullable AlertRow other) {
        return other != null && row.episodes().equals(other.episodes());
    }
}
