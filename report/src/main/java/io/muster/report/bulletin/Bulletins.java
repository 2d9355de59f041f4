package io.muster.report.bulletin;

import io.muster.board.Board;
import io.muster.board.BoardWithCorrections;
import io.muster.board.CorrectionCount;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.tally.CountingState;
import io.muster.domain.tree.TreeChanges;
import io.muster.report.counted.CountedCampaign;
import io.muster.report.counted.ReportException;
import io.muster.report.counted.Subtree;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates bulletins from a board. */
public final class Bulletins {

    private Bulletins() {}

    /**
     * The bulletin of the current as-of day, without corrections. Its figures equal the published progress.
     *
     * @param level level of the lines; null for the level directly below the root
     * @return empty if the streams application has not counted the campaign yet
     * @throws ReportException if there is no such campaign or level
     */
    public static Optional<Bulletin> latest(Board board, CampaignId campaignId, @Nullable String level) {
        return of(board, null, campaignId, new BulletinRequest(null, level, null));
    }

    /**
     * The requested bulletin. For the current as-of day its figures equal the published progress. For an earlier day
     * they are the current counts of the days up to that day.
     *
     * @param corrections all corrections of the campaign, unordered; null if unknown
     * @param counting whether the streams application is up to date
     * @return empty if the streams application has not counted the campaign yet
     * @throws ReportException if there is no such campaign or level, if the day is before the campaign or in the
     *     future, or if {@code since} is not before the day
     */
    public static Optional<Bulletin> of(
            Board board,
            @Nullable List<CorrectionCount> corrections,
            CampaignId campaignId,
            BulletinRequest request,
            CountingState counting) {
        CountedCampaign subject = CountedCampaign.find(board, campaignId);
        var progress = subject.view().progress();
        LocalDate today = progress == null ? null : progress.row().asOfDay();
        if (progress == null || today == null) {
            return Optional.empty();
        }
        LocalDate day = request.asOf() == null ? today : request.asOf();
        LocalDate since = request.since() == null ? day.minusDays(1) : request.since();
        require(subject, request.asOf(), today);
        if (!since.isBefore(day)) {
            throw new ReportException("the day of the previous bulletin must be before " + day + ", but is " + since);
        }
        Area root = subject.root(board);
        Subtree tree = new Subtree(root, board.areas());
        List<Area> areas = areas(tree, request.level() == null ? tree.levelBelowRoot() : request.level());
        CorrectionSummary told = corrections == null
                ? null
                : new CorrectionSummarizer(subject.campaign(), day, tree, areas)
                        .of(corrections, since.plusDays(1), day, today);
        TreeChangeReport news = new TreeChangeReporter(
                        subject.campaign(),
                        today,
                        date -> subject.campaign().covers(date) && !date.isAfter(day),
                        root,
                        areas)
                .of(
                        TreeChanges.of(board.areas(), root.areaId(), subject.view()::enrolled),
                        board.areas(),
                        since.plusDays(1),
                        day);
        return Optional.of(new BulletinBuilder(board, subject, progress, day, today)
                .make(root, tree, areas, told, counting, news));
    }

    /** Like the method above, if it is unknown whether the streams application is up to date. */
    public static Optional<Bulletin> of(
            Board board, @Nullable List<CorrectionCount> corrections, CampaignId campaignId, BulletinRequest request) {
        return of(board, corrections, campaignId, request, new CountingState.Unknown());
    }

    /** Like the method above, for a board that was read with all corrections of the campaign. */
    public static Optional<Bulletin> of(BoardWithCorrections told, CampaignId campaignId, BulletinRequest request) {
        return of(
                told.board(),
                told.corrections().stream().map(CorrectionCount::of).toList(),
                campaignId,
                request,
                told.counting());
    }

    private static void require(CountedCampaign subject, @Nullable LocalDate day, LocalDate today) {
        CampaignId campaignId = subject.campaign().campaignId();
        LocalDate start = subject.campaign().startsOn();
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
