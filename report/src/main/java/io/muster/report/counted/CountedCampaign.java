package io.muster.report.counted;

import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import java.util.List;
import java.util.Map;

/** A defined campaign and its view on a board. */
public record CountedCampaign(Campaign campaign, CampaignView view) {

    /** @throws ReportException if there is no such campaign, or it is not defined */
    public static CountedCampaign find(Board board, CampaignId campaignId) {
        CampaignView view = board.campaigns().get(campaignId);
        if (view == null) {
            List<String> known = board.campaigns().entrySet().stream()
                    .filter(campaign -> campaign.getValue().definition() != null)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .map(CampaignId::value)
                    .toList();
            throw new ReportException("there is no campaign " + campaignId + "; "
                    + (known.isEmpty() ? "no campaign is defined" : "defined campaigns: " + String.join(", ", known)));
        }
        Campaign campaign = view.definition();
        if (campaign == null) {
            throw new ReportException(
                    "campaign " + campaignId + " is counted, but not defined; publish its definition");
        }
        return new CountedCampaign(campaign, view);
    }

    public PublishedDays days() {
        return new PublishedDays(campaign, view);
    }

    /**
     * The root area of the campaign.
     *
     * @throws ReportException if it is not defined
     */
    public Area root(Board board) {
        Area root = board.areas().get(campaign.rootAreaId());
        if (root == null) {
            throw new ReportException("area " + campaign.rootAreaId() + ", the root of " + campaign.campaignId()
                    + ", is not defined; publish its definition");
        }
        return root;
    }
}
