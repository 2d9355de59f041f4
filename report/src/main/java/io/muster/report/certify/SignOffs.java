package io.muster.report.certify;

import static java.util.Collections.emptyNavigableMap;

import io.muster.board.Board;
import io.muster.board.CertifiedBoard;
import io.muster.board.Published;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.CertifiedCount;
import io.muster.domain.tally.DayRow;
import io.muster.report.counted.Known;
import io.muster.report.counted.ReportException;
import io.muster.report.counted.Subtree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;

/** Decides which counts a certification signs off: those that are published, of every area that has any, in every day. */
public final class SignOffs {

    private SignOffs() {}

    /**
     * What is wished.
     *
     * @param through the last day to be signed off, from the first of the campaign on
     * @param early sign off even a day that is not over yet
     * @param again sign off anew what was signed off before, in place of leaving it as it is
     * @param now tells which days are over
     */
    public record Wish(LocalDate through, boolean early, boolean again, Instant now) {}

    /**
     * The counts to be signed off.
     *
     * @throws ReportException if there is no such campaign, or it cannot be signed off as wished
     */
    public static SignOff of(CertifiedBoard told, String campaignId, Wish wish) {
        Board board = told.board();
        Known known = Known.campaign(board, campaignId);
        Area root = known.root(board);
        requireDay(known.campaign(), wish);
        List<Area> areas = counted(board, known, root);
        Set<LocalDate> certified = certifiedDays(told, areas);
        List<LocalDate> all = known.campaign()
                .startsOn()
                .datesUntil(wish.through().plusDays(1))
                .toList();
        List<LocalDate> days = wish.again()
                ? all
                : all.stream().filter(day -> !certified.contains(day)).toList();
        if (days.isEmpty()) {
            throw new ReportException(campaignId + " is certified through " + wish.through()
                    + " already; --again signs its days off anew, as they are counted now");
        }
        var before = told.certified().getOrDefault(root.areaId(), emptyNavigableMap());
        return new SignOff(
                known.campaign(),
                days.stream()
                        .map(day -> new SignOff.Day(day, enrolled(known, root, day), before.get(day)))
                        .toList(),
                all.size() - days.size(),
                areas.size(),
                counts(known, areas, days));
    }

    private static void requireDay(Campaign campaign, Wish wish) {
        if (!campaign.covers(wish.through())) {
            throw new ReportException(wish.through() + " is no day of " + campaign.campaignId() + ", which is from "
                    + campaign.startsOn() + " to " + campaign.endsOn());
        }
        LocalDate today = LocalDate.ofInstant(wish.now(), campaign.zone());
        if (!wish.through().isBefore(today) && !wish.early()) {
            throw new ReportException(wish.through() + " is not over yet in " + campaign.zone()
                    + "; certify it tomorrow, or with --early as it is counted now");
        }
    }

    private static List<Area> counted(Board board, Known known, Area root) {
        Set<String> inTree = new Subtree(root, board.areas()).idsFrom(root);
        List<Area> counted = board.areas().values().stream()
                .filter(area -> inTree.contains(area.areaId()))
                .filter(area -> !known.days().of(area).isEmpty())
                .toList();
        if (counted.isEmpty()) {
            throw new ReportException("no day of " + known.campaign().campaignId()
                    + " has been counted yet; is `muster streams` running?");
        }
        return counted;
    }

    private static Set<LocalDate> certifiedDays(CertifiedBoard told, List<Area> areas) {
        Set<LocalDate> days = new TreeSet<>();
        areas.forEach(area -> days.addAll(told.certified()
                .getOrDefault(area.areaId(), emptyNavigableMap())
                .keySet()));
        return days;
    }

    private static List<CertifiedCount> counts(Known known, List<Area> areas, List<LocalDate> days) {
        List<CertifiedCount> counts = new ArrayList<>();
        for (Area area : areas) {
            days.forEach(day -> counts.add(
                    new CertifiedCount(known.campaign().campaignId(), area.areaId(), day, enrolled(known, area, day))));
        }
        return counts;
    }

    private static long enrolled(Known known, Area area, LocalDate day) {
        NavigableMap<LocalDate, Published<DayRow>> days = known.days().of(area);
        Published<DayRow> counted = days.get(day);
        return counted == null ? 0 : counted.row().enrolled();
    }
}
