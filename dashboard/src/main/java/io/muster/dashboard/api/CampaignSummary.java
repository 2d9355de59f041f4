package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.board.CampaignView;
import io.muster.board.Published;
import io.muster.domain.CampaignId;
import io.muster.domain.plan.PaceStatus;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import org.jspecify.annotations.Nullable;

/** A campaign in the list of campaigns. Its figures are null if it is not counted. */
public record CampaignSummary(
        @JsonUnwrapped CampaignHead head,
        @Nullable Long enrolled,
        @Nullable Long target,
        @Nullable Double attainmentPercent,
        @Nullable PaceStatus status) {

    static CampaignSummary of(CampaignId campaignId, CampaignView campaign) {
        CampaignHead head = CampaignHead.of(campaignId, campaign);
        Published<CampaignRow> progress = campaign.progress();
        AreaRow root = progress == null ? null : progress.row().root();
        return root == null
                ? new CampaignSummary(head, null, null, null, null)
                : new CampaignSummary(
                        head,
                        root.enrolled(),
                        root.target(),
                        root.attainmentPercent(),
                        root.pace().status());
    }
}
