package io.muster.report.counted;

import static java.util.Collections.emptyNavigableMap;

import io.muster.board.Board;
import io.muster.board.BoardWithCertifiedCounts;
import io.muster.board.Published;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.CertifiedCount;
import io.muster.domain.tally.DayRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;

/** Determines the counts that a certification signs off: the published count of every counted area on every day. */
public final class SignOffPlanner {

    private SignOffPlanner() {}

    /**
     * Parameters of a certification.
     *
     * @param through last day to sign off; the first is the first day of the campaign
     * @param early whether to sign off a day that is not over yet
     * @param again whether to sign off days again that are already certified
     * @param now determines which days are over
     */
    public record Request(LocalDate through, boolean early, boolean again, Instant now) {}

    /**
     * Determines the counts to sign off.
     *
     * @throws ReportException if there is no such campaign, or the request cannot be fulfilled
     */
    public static SignOff plan(BoardWithCertifiedCounts told, CampaignId campaignId, Request request) {
        Board board = told.board();
        CountedCampaign subject = CountedCampaign.find(board, campaignId);
        Area root = subject.root(board);
        requireDay(subject.campaign(), request);
        List<Area> areas = counted(board, subject, root);
        Set<LocalDate> certified = certifiedDays(told, areas);
        List<LocalDate> all = subject.campaign()
                .startsOn()
                .datesUntil(request.through().plusDays(1))
                .toList();
        List<LocalDate> days = request.again()
                ? all
                : all.stream().filter(day -> !certified.contains(day)).toList();
        if (days.isEmpty()) {
            throw new ReportException(campaignId + " is certified through " + request.through()
                    + " already; to sign its days off again with their current counts, add --again");
        }
        var before = told.certified().getOrDefault(root.areaId(), emptyNavigableMap());
        return new SignOff(
                subject.campaign(),
                days.stream()
                        .map(day -> new SignOff.Day(day, enrolled(subject, root, day), before.get(day)))
                        .toList(),
                all.size() - days.size(),
                areas.size(),
                counts(subject, areas, days));
    }

    private static void requireDay(Campaign campaign, Request request) {
        if (!campaign.covers(request.through())) {
            throw new ReportException(request.through() + " is not a day of " + campaign.campaignId()
                    + ", which runs from " + campaign.startsOn() + " to " + campaign.endsOn());
        }
        LocalDate today = LocalDate.ofInstant(request.now(), campaign.zone());
        if (!request.through().isBefore(today) && !request.early()) {
            throw new ReportException(request.through() + " is not over yet in " + campaign.zone()
                    + "; certify it tomorrow, or add --early to sign off its current count");
        }
    }

    private static List<Area> counted(Board board, CountedCampaign subject, Area root) {
        Set<AreaId> inTree = new Subtree(root, board.areas()).idsFrom(root);
        List<Area> counted = board.areas().values().stream()
                .filter(area -> inTree.contains(area.areaId()))
                .filter(area -> !subject.days().of(area).isEmpty())
                .toList();
        if (counted.isEmpty()) {
            throw new ReportException("no day of " + subject.campaign().campaignId()
                    + " has been counted yet; is `muster streams` running?");
        }
        return counted;
    }

    private static Set<LocalDate> certifiedDays(BoardWithCertifiedCounts told, List<Area> areas) {
        Set<LocalDate> days = new TreeSet<>();
        areas.forEach(area -> days.addAll(told.certified()
                .getOrDefault(area.areaId(), emptyNavigableMap())
                .keySet()));
        return days;
    }

    private static List<CertifiedCount> counts(CountedCampaign subject, List<Area> areas, List<LocalDate> days) {
        List<CertifiedCount> counts = new ArrayList<>();
        for (Area area : areas) {
            days.forEach(day -> counts.add(new CertifiedCount(
                    subject.campaign().campaignId(), area.areaId(), day, enrolled(subject, area, day))));
        }
        return counts;
    }

    private static long enrolled(CountedCampaign subject, Area area, LocalDate day) {
        NavigableMap<LocalDate, Published<DayRow>> days = subject.days().of(area);
        Published<DayRow> counted = days.get(day);
        return counted == null ? 0 : counted.row().enrolled();
    }
}
