package io.muster.dashboard.api;

import io.muster.board.AreaView;
import io.muster.board.Published;
import io.muster.dashboard.api.DayFigures.Planned;
import io.muster.dashboard.api.DayFigures.Projected;
import io.muster.domain.plan.Pace;
import io.muster.domain.plan.PlanShare;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.DayRow;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Computes the daily figures of one area in one campaign. */
final class DaySeries {

    private static final int DAYS_OF_TREND = 7;
    private static final double HUNDRED = 100;

    private final Campaign campaign;
    private final NavigableMap<LocalDate, Published<DayRow>> counted;
    private final Published<AreaRow> progress;

    DaySeries(Campaign campaign, AreaView area, Published<AreaRow> progress) {
        this.campaign = campaign;
        this.counted = area.days();
        this.progress = progress;
    }

    DayFigures.OfArea figures() {
        AreaRow row = progress.row();
        List<DayFigures> days = new ArrayList<>();
        counted.headMap(campaign.startsOn(), false).values().forEach(day -> days.add(outside(day.row())));
        inPeriod(days);
        ahead().forEach(day -> days.add(day(day.row(), null, null, true)));
        counted.tailMap(campaign.endsOn(), false).values().forEach(day -> days.add(outside(day.row())));
        return new DayFigures.OfArea(
                campaign.campaignId(),
                row.areaId(),
                row.asOfDay(),
                progress.computedAt(),
                row.target(),
                days,
                plan(row.target()),
                projection(row));
    }

    private void inPeriod(List<DayFigures> into) {
        LocalDate last = progress.row().asOfDay();
        Deque<Long> week = new ArrayDeque<>();
        long cumulative = 0;
        for (LocalDate date = campaign.startsOn();
                campaign.covers(date) && !date.isAfter(last);
                date = date.plusDays(1)) {
            Published<DayRow> published = counted.get(date);
            DayRow row = published == null
                    ? new DayRow(campaign.campaignId(), progress.row().areaId(), date, 0, 0, null)
                    : published.row();
            cumulative += row.enrolled();
            week.add(row.enrolled());
            if (week.size() > DAYS_OF_TREND) {
                week.remove();
            }
            double mean = week.stream().mapToLong(Long::longValue).average().orElse(0);
            into.add(day(row, cumulative, Math.round(mean * HUNDRED) / HUNDRED, true));
        }
    }

    private List<Published<DayRow>> ahead() {
        LocalDate asOfDay = progress.row().asOfDay();
        return counted.values().stream()
                .filter(day -> campaign.covers(day.row().date()))
                .filter(day -> day.row().date().isAfter(asOfDay))
                .toList();
    }

    private static DayFigures outside(DayRow row) {
        return day(row, null, null, false);
    }

    private static DayFigures day(DayRow row, @Nullable Long cumulative, @Nullable Double mean7, boolean inPeriod) {
        return new DayFigures(
                row.date(),
                row.enrolled(),
                row.withdrawn(),
                row.certified(),
                row.adjustment(),
                cumulative,
                mean7,
                inPeriod,
                inPeriod && cumulative == null);
    }

    private List<Planned> plan(@Nullable Long target) {
        if (target == null) {
            return List.of();
        }
        return campaign.startsOn()
                .minusDays(1)
                .datesUntil(campaign.endsOn().plusDays(1))
                .map(date -> new Planned(
                        date,
                        PlanShare.planned(target, date, campaign)
                                .setScale(2, RoundingMode.HALF_UP)
                                .doubleValue()))
                .toList();
    }

    private @Nullable Projected projection(AreaRow row) {
        Pace pace = row.pace();
        return pace.projected() == null || row.asOfDay().isAfter(campaign.endsOn())
                ? null
                : new Projected(
                        row.asOfDay(), campaign.endsOn(), pace.projected(), pace.projectedLow(), pace.projectedHigh());
    }
}
