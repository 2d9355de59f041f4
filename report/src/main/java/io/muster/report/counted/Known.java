package io.muster.report.counted;

import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import java.util.List;
import java.util.Map;

/** Finds on a board what a report is about, or says why it cannot. */
public record Known(Campaign campaign, CampaignView view) {

    /** @throws ReportException if there is no such campaign, or no definition of it */
    public static Known campaign(Board board, String campaignId) {
        CampaignView view = board.campaigns().get(campaignId);
        if (view == null) {
            List<String> known = board.campaigns().entrySet().stream()
                    .filter(campaign -> campaign.getValue().definition() != null)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            throw new ReportException("there is no campaign " + campaignId + "; "
                    + (known.isEmpty() ? "none is known" : "known: " + String.join(", ", known)));
        }
        Campaign campaign = view.definition();
        if (campaign == null) {
            throw new ReportException(
                    "campaign " + campaignId + " is counted, but not defined; publish its definition");
        }
        return new Known(campaign, view);
    }

    public CountedDays days() {
        return new CountedDays(campaign, view);
    }

    /**
     * The area at the top of the campaign.
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
