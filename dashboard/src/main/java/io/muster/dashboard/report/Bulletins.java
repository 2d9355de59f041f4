package io.muster.dashboard.report;

import static java.util.Objects.requireNonNull;

import io.muster.dashboard.view.Board;
import io.muster.dashboard.view.CampaignView;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes bulletins of what is published. */
public final class Bulletins {

    private Bulletins() {}

    /**
     * The bulletin of the day for which progress is judged now. Its figures are those of the published progress.
     *
     * @param level the level of its lines; null for the level directly below the root
     * @return empty while the streams application has not counted the campaign yet
     * @throws BulletinException if there is no such campaign or level
     */
    public static Optional<Bulletin> latest(Board board, String campaignId, @Nullable String level) {
        CampaignView view = view(board, campaignId);
        Campaign campaign = definition(view, campaignId);
        var progress = view.progress();
        LocalDate day = progress == null ? null : progress.row().asOfDay();
        return progress == null || day == null
                ? Optional.empty()
                : Optional.of(make(board, new BulletinMaker(campaign, view, progress, day, campaign.endsOn()), level));
    }

    /**
     * The bulletin of a day that was.
     *
     * @param level the level of its lines; null for the level directly below the root
     * @return empty while the streams application has not counted the campaign yet
     * @throws BulletinException if there is no such campaign or level, or the day is before the campaign or still to come
     */
    public static Optional<Bulletin> asOf(Board board, String campaignId, LocalDate day, @Nullable String level) {
        return latest(board, campaignId, level).map(latest -> {
            if (day.isBefore(latest.campaign().startsOn())) {
                throw new BulletinException(
                        campaignId + " starts on " + latest.campaign().startsOn() + ", after " + day);
            }
            if (day.isAfter(latest.asOfDay())) {
                throw new BulletinException(
                        campaignId + " is counted up to " + latest.asOfDay() + ", not yet to " + day);
            }
            CampaignView view = view(board, campaignId);
            return make(
                    board,
                    new BulletinMaker(latest.campaign(), view, requireNonNull(view.progress()), day, day),
                    level);
        });
    }

    private static CampaignView view(Board board, String campaignId) {
        CampaignView view = board.campaigns().get(campaignId);
        if (view == null) {
            List<String> known = board.campaigns().keySet().stream().sorted().toList();
            throw new BulletinException("there is no campaign " + campaignId + "; "
                    + (known.isEmpty() ? "none is known" : "known: " + String.join(", ", known)));
        }
        return view;
    }

    private static Campaign definition(CampaignView view, String campaignId) {
        Campaign campaign = view.definition();
        if (campaign == null) {
            throw new BulletinException(
                    "campaign " + campaignId + " is counted, but not defined; publish its definition");
        }
        return campaign;
    }

    private static Bulletin make(Board board, BulletinMaker maker, @Nullable String level) {
        Area root = board.areas().get(maker.campaign().rootAreaId());
        if (root == null) {
            throw new BulletinException("area " + maker.campaign().rootAreaId() + ", the root of "
                    + maker.campaign().campaignId() + ", is not defined; publish its definition");
        }
        Subtree tree = new Subtree(root, board.areas());
        String shown = level == null ? tree.levelBelowRoot() : level;
        List<Area> areas = tree.atLevel(shown);
        if (areas.isEmpty()) {
            throw new BulletinException(
                    "there is no level " + shown + "; the levels are " + String.join(", ", tree.levels()));
        }
        return maker.make(root, shown, areas);
    }
}
