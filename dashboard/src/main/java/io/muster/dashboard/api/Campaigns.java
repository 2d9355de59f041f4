package io.muster.dashboard.api;

import io.muster.board.Board;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The list of all campaigns: running ones first, then by start, the latest first; undefined ones last. */
public record Campaigns(List<CampaignSummary> campaigns) {

    private static final Comparator<CampaignSummary> RUNNING_FIRST = Comparator.comparing(
                    (CampaignSummary campaign) -> !campaign.head().defined())
            .thenComparing(campaign -> !isRunning(campaign.head()))
            .thenComparing(
                    campaign -> Objects.requireNonNullElse(campaign.head().startsOn(), LocalDate.MIN),
                    Comparator.reverseOrder())
            .thenComparing(campaign -> campaign.head().campaignId());

    /** All campaigns of a board. */
    public static Campaigns of(Board board) {
        return new Campaigns(board.campaigns().entrySet().stream()
                .map(entry -> CampaignSummary.of(entry.getKey(), entry.getValue()))
                .sorted(RUNNING_FIRST)
                .toList());
    }

    private static boolean isRunning(CampaignHead head) {
        return head.asOfDay() != null
                && head.startsOn() != null
                && head.endsOn() != null
                && !head.asOfDay().isBefore(head.startsOn())
                && !head.asOfDay().isAfter(head.endsOn());
    }
}
