package io.muster.report.counted;

import static java.util.Collections.emptyNavigableMap;

import io.muster.board.AreaView;
import io.muster.board.CampaignView;
import io.muster.board.Published;
import io.muster.domain.plan.DayCounts;
import io.muster.domain.plan.PeriodCounts;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.DayRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The published days of the areas of one campaign. */
public record PublishedDays(Campaign campaign, CampaignView view) {

    public NavigableMap<LocalDate, Published<DayRow>> of(Area area) {
        AreaView known = view.areas().get(area.areaId());
        return known == null ? emptyNavigableMap() : known.days();
    }

    /** The days from one date to another, both included, limited to the campaign's period. */
    public NavigableMap<LocalDate, Published<DayRow>> inPeriod(Area area, LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(campaign.startsOn()) ? campaign.startsOn() : from;
        LocalDate last = to.isAfter(campaign.endsOn()) ? campaign.endsOn() : to;
        return first.isAfter(last) ? emptyNavigableMap() : of(area).subMap(first, true, last, true);
    }

    /** The enrolled counts of an area by day. */
    public DayCounts counts(Area area) {
        AreaView known = view.areas().get(area.areaId());
        return known == null ? day -> 0 : known.dayTable()::enrolled;
    }

    /** Enrolled on the days of the campaign's period from one day to another, both included. */
    public long sum(Area area, LocalDate from, LocalDate to) {
        return PeriodCounts.sum(campaign, from, to, counts(area));
    }

    /** The certified total of an area: all days from the first day of the campaign up to the first gap. */
    public @Nullable CertifiedTotal certified(Area area, LocalDate countedThrough) {
        CertifiedTotal certified = null;
        LocalDate next = campaign.startsOn();
        for (var day : inPeriod(area, next, countedThrough).values()) {
            Long count = day.row().certified();
            if (count == null || !day.row().date().equals(next)) {
                break;
            }
            long before = certified == null ? 0 : certified.enrolled();
            long enrolledNow = certified == null ? 0 : certified.enrolledNow();
            certified = new CertifiedTotal(
                    next, before + count, enrolledNow + day.row().enrolled());
            next = next.plusDays(1);
        }
        return certified;
    }

    /** When the latest of the days, or the campaign's own row, was computed. */
    public Instant computedAt(Instant ofCampaign, Stream<Area> areas) {
        return areas.flatMap(area -> of(area).values().stream())
                .map(Published::computedAt)
                .reduce(ofCampaign, (a, b) -> b.isAfter(a) ? b : a);
    }
}
