package io.muster.dashboard.report.bulletin;

import static java.util.Objects.requireNonNull;

import io.muster.dashboard.report.counted.Known;
import io.muster.dashboard.report.counted.ReportException;
import io.muster.dashboard.report.counted.Subtree;
import io.muster.dashboard.view.Board;
import io.muster.domain.reference.Area;
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
     * @throws ReportException if there is no such campaign or level
     */
    public static Optional<Bulletin> latest(Board board, String campaignId, @Nullable String level) {
        Known known = Known.campaign(board, campaignId);
        var progress = known.view().progress();
        LocalDate day = progress == null ? null : progress.row().asOfDay();
        return progress == null || day == null
                ? Optional.empty()
                : Optional.of(make(
                        board,
                        new BulletinMaker(known, progress, day, known.campaign().endsOn()),
                        level));
    }

    /**
     * The bulletin of a day that was.
     *
     * @param level the level of its lines; null for the level directly below the root
     * @return empty while the streams application has not counted the campaign yet
     * @throws ReportException if there is no such campaign or level, or the day is before the campaign or still to come
     */
    public static Optional<Bulletin> asOf(Board board, String campaignId, LocalDate day, @Nullable String level) {
        return latest(board, campaignId, level).map(latest -> {
            if (day.isBefore(latest.campaign().startsOn())) {
                throw new ReportException(
                        campaignId + " starts on " + latest.campaign().startsOn() + ", after " + day);
            }
            if (day.isAfter(latest.asOfDay())) {
                throw new ReportException(campaignId + " is counted up to " + latest.asOfDay() + ", not yet to " + day);
            }
            Known known = Known.campaign(board, campaignId);
            return make(
                    board, new BulletinMaker(known, requireNonNull(known.view().progress()), day, day), level);
        });
    }

    private static Bulletin make(Board board, BulletinMaker maker, @Nullable String level) {
        Area root = maker.known().root(board);
        Subtree tree = new Subtree(root, board.areas());
        String shown = level == null ? tree.levelBelowRoot() : level;
        List<Area> areas = tree.atLevel(shown);
        if (areas.isEmpty()) {
            throw new ReportException(
                    "there is no level " + shown + "; the levels are " + String.join(", ", tree.levels()));
        }
        return maker.make(root, shown, areas);
    }
}
