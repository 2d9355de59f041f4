package io.muster.report.bulletin;

import io.muster.board.Board;
import io.muster.board.CorrectedBoard;
import io.muster.board.CorrectionCount;
import io.muster.domain.counting.CountingState;
import io.muster.domain.reference.Area;
import io.muster.domain.tree.TreeChanges;
import io.muster.report.counted.Known;
import io.muster.report.counted.ReportException;
import io.muster.report.counted.Subtree;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes bulletins of what is published. */
public final class Bulletins {

    private Bulletins() {}

    /**
     * The bulletin of the day for which progress is judged now, without corrections. Its figures are those of the published progress.
     *
     * @param level the level of its lines; null for the level directly below the root
     * @return empty while the streams application has not counted the campaign yet
     * @throws ReportException if there is no such campaign or level
     */
    public static Optional<Bulletin> latest(Board board, String campaignId, @Nullable String level) {
        return of(board, null, campaignId, new BulletinOptions(null, level, null));
    }

    /**
     * The bulletin that is wished. Of the day for which progress is judged now its figures are those of the published progress; of
     * a day before, those that are counted now of the days through that one.
     *
     * @param corrections those of the campaign, in any order, as a board that reads them has them; null where they are not known
     * @param counting whether the application that counts is up to date
     * @return empty while the streams application has not counted the campaign yet
     * @throws ReportException if there is no such campaign or level, if the day is before the campaign or still to come, or the
     *     bulletin before is not of a day before
     */
    public static Optional<Bulletin> of(
            Board board,
            @Nullable List<CorrectionCount> corrections,
            String campaignId,
            BulletinOptions wish,
            CountingState counting) {
        Known known = Known.campaign(board, campaignId);
        var progress = known.view().progress();
        LocalDate today = progress == null ? null : progress.row().asOfDay();
        if (progress == null || today == null) {
            return Optional.empty();
        }
        LocalDate day = wish.asOf() == null ? today : wish.asOf();
        LocalDate since = wish.since() == null ? day.minusDays(1) : wish.since();
        require(known, wish.asOf(), today);
        if (!since.isBefore(day)) {
            throw new ReportException(
                    "the bulletin before that of " + day + " must be of an earlier day, but is of " + since);
        }
        Area root = known.root(board);
        Subtree tree = new Subtree(root, board.areas());
        List<Area> areas = areas(tree, wish.level() == null ? tree.levelBelowRoot() : wish.level());
        Corrections told = corrections == null
                ? null
                : new CorrectionSums(known.campaign(), day, tree, areas).of(corrections, since.plusDays(1), day, today);
        TreeNews news = new TreeNewsMaker(
                        known.campaign(),
                        today,
                        date -> known.campaign().covers(date) && !date.isAfter(day),
                        root,
                        areas)
                .of(
                        TreeChanges.of(board.areas(), root.areaId(), known.view()::enrolled),
                        board.areas(),
                        since.plusDays(1),
                        day);
        return Optional.of(
                new BulletinMaker(board, known, progress, day, today).make(root, tree, areas, told, counting, news));
    }

    /** The same where it is not known whether the application that counts is up to date. */
    public static Optional<Bulletin> of(
            Board board, @Nullable List<CorrectionCount> corrections, String campaignId, BulletinOptions wish) {
        return of(board, corrections, campaignId, wish, new CountingState.Unknown());
    }

    /** The same of a board that was read with all corrections of the campaign. */
    public static Optional<Bulletin> of(CorrectedBoard told, String campaignId, BulletinOptions wish) {
        return of(
                told.board(),
                told.corrections().stream().map(CorrectionCount::of).toList(),
                campaignId,
                wish,
                told.counting());
    }

    private static void require(Known known, @Nullable LocalDate day, LocalDate today) {
        String campaignId = known.campaign().campaignId();
        LocalDate start = known.campaign().startsOn();
        if (day != null && day.isBefore(start) && !today.isBefore(start)) {
            throw new ReportException(campaignId + " starts on " + start + ", after " + day);
        }
        if (day != null && day.isAfter(today)) {
            throw new ReportException(campaignId + " is counted up to " + today + ", not yet to " + day);
        }
    }

    private static List<Area> areas(Subtree tree, String level) {
        List<Area> areas = tree.atLevel(level);
        if (areas.isEmpty()) {
            throw new ReportException(
                    "there is no level " + level + "; the levels are " + String.join(", ", tree.levels()));
        }
        return areas;
    }
}
