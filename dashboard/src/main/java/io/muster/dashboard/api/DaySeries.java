package io.muster.dashboard.api;

import io.muster.board.AreaView;
import io.muster.board.Published;
import io.muster.dashboard.api.DayFigures.Planned;
import io.muster.dashboard.api.DayFigures.Projected;
import io.muster.domain.plan.LastSevenDays;
import io.muster.domain.plan.Pace;
import io.muster.domain.plan.PlanShare;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.DayRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Computes the daily figures of one area in one campaign. */
final class DaySeries {

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
        long cumulative = 0;
        for (LocalDate date = campaign.startsOn();
                campaign.covers(date) && !date.isAfter(last);
                date = date.plusDays(1)) {
            Published<DayRow> published = counted.get(date);
            DayRow row = published == null
                    ? new DayRow(campaign.campaignId(), progress.row().areaId(), date, 0, 0, null)
                    : published.row();
            cumulative += row.enrolled();
            into.add(day(row, cumulative, LastSevenDays.mean(campaign, date, this::enrolledOn), true));
        }
    }

    private long enrolledOn(LocalDate date) {
        Published<DayRow> published = counted.get(date);
        return published == null ? 0 : published.row().enrolled();
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
                new DayFigures.Counts(row.enrolled(), row.withdrawn(), row.certified(), row.adjustment()),
                cumulative,
                mean7,
                inPeriod,
                inPeriod && cumulative == null);
    }

    private List<Planned> plan(@Nullable Long target) {
        if (target == null) {
            return List.of();
        }
        return PlanShare.curve(target, campaign).stream()
                .map(day -> new Planned(day.date(), day.planned()))
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
