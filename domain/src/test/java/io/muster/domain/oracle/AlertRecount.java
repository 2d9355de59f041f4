package io.muster.domain.oracle;

import io.muster.domain.AreaId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import io.muster.domain.reference.AlertRules;
import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.domain.tally.AlertRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Alerts recounted naively from the statements of an area (docs/rules.md, rule 7). */
record AlertRecount(AreaId areaId, AreaRecount area, AlertRules rules, Instant now) {

    List<AlertRow> rows() {
        List<AlertRow> rows = new ArrayList<>();
        if (area.aim() != null) {
            add(rows, AlertRule.BEHIND, behind());
            add(rows, AlertRule.SILENT, silent());
            add(rows, AlertRule.COMPLETED, completed());
            add(rows, AlertRule.MISSED, missed());
        }
        return rows;
    }

    private Campaign campaign() {
        return area.campaign();
    }

    private long target() {
        return Objects.requireNonNull(area.aim());
    }

    private LocalDate asOfDay() {
        return area.asOfDay();
    }

    private List<Episode> behind() {
        List<LocalDate> gone = campaign()
                .startsOn()
                .datesUntil(campaign().endsOn().plusDays(1))
                .filter(day -> !day.isAfter(asOfDay()))
                .toList();
        List<Episode> episodes = new ArrayList<>();
        LocalDate firing = null;
        for (LocalDate day : gone) {
            if (firing == null && fires(day)) {
                firing = day;
            }
            if (firing != null && !fallsShort(through(day), day, rules.behindResolveMarginPercent())) {
                episodes.add(new Episode(startOf(firing), startOf(day)));
                firing = null;
            }
        }
        if (firing != null) {
            boolean over = asOfDay().isAfter(campaign().endsOn());
            episodes.add(new Episode(startOf(firing), over ? endOfCampaign() : null));
        }
        return episodes;
    }

    /** Whether each of the hold days before this day ended behind, and this day also begins behind. */
    private boolean fires(LocalDate day) {
        LocalDate held = day.minusDays(rules.behindHoldDays());
        return !held.isBefore(campaign().startsOn())
                && held.datesUntil(day).allMatch(d -> fallsShort(through(d), d, rules.behindMarginPercent()))
                && fallsShort(through(day.minusDays(1)), day, rules.behindMarginPercent());
    }

    private boolean fallsShort(long enrolled, LocalDate day, double marginPercent) {
        BigDecimal part =
                BigDecimal.ONE.subtract(BigDecimal.valueOf(marginPercent).movePointLeft(2));
        BigDecimal least = pace().plan(target(), day.minusDays(1)).multiply(part);
        return BigDecimal.valueOf(enrolled).compareTo(least) < 0;
    }

    private List<Episode> silent() {
        Duration silence = Duration.ofHours(rules.silentHours());
        Instant start = startOf(campaign().startsOn());
        LocalDate reached = area.completedOn();
        Instant end = reached == null ? endOfCampaign() : startOf(reached);
        List<Instant> spoken = new ArrayList<>(area.ever().stream()
                .map(Statement::recordedAt)
                .filter(recordedAt -> start.isBefore(recordedAt) && !recordedAt.isAfter(now))
                .toList());
        spoken.add(start);
        spoken.sort(null);
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < spoken.size(); i++) {
            Instant next = i + 1 < spoken.size() ? spoken.get(i + 1) : null;
            Instant fires = spoken.get(i).plus(silence);
            boolean has = next == null ? !now.isBefore(fires) : next.isAfter(fires);
            if (has && fires.isBefore(end)) {
                Instant until = next != null ? next : now.isBefore(end) ? null : end;
                episodes.add(new Episode(fires, until == null || until.isBefore(end) ? until : end));
            }
        }
        return episodes;
    }

    private List<Episode> completed() {
        LocalDate on = area.completedOn();
        return on == null ? List.of() : List.of(new Episode(startOf(on), null));
    }

    private List<Episode> missed() {
        return asOfDay().isAfter(campaign().endsOn()) && area.toDate(Status.ENROLLED) < target()
                ? List.of(new Episode(endOfCampaign(), null))
                : List.of();
    }

    private void add(List<AlertRow> rows, AlertRule rule, List<Episode> episodes) {
        if (!episodes.isEmpty()) {
            rows.add(row(rule, episodes));
        }
    }

    private AlertRow row(AlertRule rule, List<Episode> episodes) {
        Instant resolvedAt = episodes.get(episodes.size() - 1).resolvedAt();
        LocalDate resolvedOn =
                resolvedAt == null ? null : resolvedAt.atZone(campaign().zone()).toLocalDate();
        LocalDate day = resolvedOn == null || resolvedOn.isAfter(asOfDay()) ? asOfDay() : resolvedOn;
        long enrolled = through(day);
        return new AlertRow(
                campaign().campaignId(),
                areaId,
                rule,
                episodes,
                new AlertRow.Evidence(
                        day,
                        enrolled,
                        target(),
                        pace().planned(target(), day.minusDays(1)),
                        percent(enrolled),
                        requiredPerDay(day, enrolled - area.inPeriod(day, day, Status.ENROLLED)),
                        resolvedAt == null ? area.lastRecordedAt() : null));
    }

    private double percent(long enrolled) {
        return BigDecimal.valueOf(100 * enrolled)
                .divide(BigDecimal.valueOf(target()), 2, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private @Nullable Double requiredPerDay(LocalDate day, long before) {
        LocalDate first = day.isBefore(campaign().startsOn()) ? campaign().startsOn() : day;
        long left = ChronoUnit.DAYS.between(first, campaign().endsOn().plusDays(1));
        return left <= 0
                ? null
                : BigDecimal.valueOf((double) Math.max(0, target() - before) / left)
                        .setScale(2, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    private long through(LocalDate day) {
        return day.isBefore(campaign().startsOn())
                ? 0
                : area.inPeriod(campaign().startsOn(), day, Status.ENROLLED);
    }

    private PaceRecount pace() {
        return new PaceRecount(area);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(campaign().zone()).toInstant();
    }

    private Instant endOfCampaign() {
        return startOf(campaign().endsOn().plusDays(1));
    }
}
