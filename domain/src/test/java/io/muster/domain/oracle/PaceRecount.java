package io.muster.domain.oracle;

import io.muster.domain.plan.Pace;
import io.muster.domain.plan.PaceStatus;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve.Point;
import io.muster.domain.reference.PlanCurve.Points;
import io.muster.domain.statement.Status;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pace and projection recounted naively from the days of an area (docs/rules.md, rule 5). */
record PaceRecount(AreaRecount area) {

    private static final double QUANTILE_90 = 1.2816;

    Pace pace() {
        Long target = area.aim();
        LocalDate asOfDay = asOfDay();
        List<Long> recent = recent();
        boolean projects = !recent.isEmpty();
        double rate = projects ? Math.max(0, mean(recent)) : 0;
        double more = rate * daysLeft();
        double margin = projects
                ? QUANTILE_90 * Math.sqrt(dispersion(recent, rate) * more * (1 + (double) daysLeft() / recent.size()))
                : 0;
        return new Pace(
                planned(target, asOfDay.minusDays(1)),
                planned(target, asOfDay),
                target == null || daysLeft() == 0
                        ? null
                        : rounded((double) Math.max(0, target - before()) / daysLeft()),
                new Pace.Forecast(
                        projects ? atLeastEnrolled(before() + more) : null,
                        projects ? atLeastEnrolled(before() + Math.max(0, more / 2 - margin)) : null,
                        projects ? atLeastEnrolled(before() + 2 * more + margin) : null,
                        byPlan(),
                        completion(target, rate)),
                status(target));
    }

    private LocalDate asOfDay() {
        return area.asOfDay();
    }

    private Campaign campaign() {
        return area.campaign();
    }

    private long enrolled() {
        return area.toDate(Status.ENROLLED);
    }

    private long before() {
        return enrolled() - area.inPeriod(asOfDay(), asOfDay(), Status.ENROLLED);
    }

    private long daysLeft() {
        return daysOfCampaign().filter(day -> !day.isBefore(asOfDay())).count();
    }

    /** The counts of the last seven days of the campaign that are over. */
    private List<Long> recent() {
        List<LocalDate> over =
                daysOfCampaign().filter(day -> day.isBefore(asOfDay())).toList();
        return over.subList(Math.max(0, over.size() - 7), over.size()).stream()
                .map(day -> area.on(day, Status.ENROLLED))
                .toList();
    }

    private Stream<LocalDate> daysOfCampaign() {
        return campaign().startsOn().datesUntil(campaign().endsOn().plusDays(1));
    }

    private static double mean(List<Long> counts) {
        return (double) counts.stream().mapToLong(count -> count).sum() / counts.size();
    }

    private static double dispersion(List<Long> counts, double rate) {
        double squares = counts.stream()
                .mapToDouble(count -> (count - rate) * (count - rate))
                .sum();
        return rate == 0 || counts.size() == 1 ? 1 : Math.max(1, squares / (rate * (counts.size() - 1)));
    }

    @Nullable
    Double planned(@Nullable Long target, LocalDate day) {
        return target == null ? null : rounded(plan(target, day));
    }

    BigDecimal plan(long target, LocalDate day) {
        if (day.isBefore(campaign().startsOn())) {
            return BigDecimal.ZERO;
        }
        LocalDate at = day.isAfter(campaign().endsOn()) ? campaign().endsOn() : day;
        List<Point> anchors = anchors();
        Point last = anchors.get(0);
        Point next = null;
        for (Point anchor : anchors) {
            if (!anchor.date().isAfter(at)) {
                last = anchor;
            } else if (next == null) {
                next = anchor;
            }
        }
        BigDecimal reached = BigDecimal.valueOf(last.share());
        if (next == null) {
            return reached.multiply(BigDecimal.valueOf(target));
        }
        BigDecimal step = BigDecimal.valueOf(next.share()).subtract(reached);
        return reached.multiply(BigDecimal.valueOf(target))
                .add(step.multiply(BigDecimal.valueOf(target))
                        .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(last.date(), at)))
                        .divide(
                                BigDecimal.valueOf(ChronoUnit.DAYS.between(last.date(), next.date())),
                                MathContext.DECIMAL128));
    }

    /** The points between which the plan is linear: its own, and the ends of the campaign unless its own cover them. */
    private List<Point> anchors() {
        List<Point> anchors = new ArrayList<>();
        List<Point> points = campaign().plan() instanceof Points curve ? curve.points() : List.of();
        LocalDate dayBefore = campaign().startsOn().minusDays(1);
        if (points.isEmpty() || points.get(0).date().isAfter(dayBefore)) {
            anchors.add(new Point(dayBefore, 0));
        }
        anchors.addAll(points);
        if (points.isEmpty()
                || points.get(points.size() - 1).date().isBefore(campaign().endsOn())) {
            anchors.add(new Point(campaign().endsOn(), 1));
        }
        return anchors;
    }

    private @Nullable Double byPlan() {
        double share = plan(1, asOfDay().minusDays(1)).doubleValue();
        return share < 0.05 ? null : atLeastEnrolled(before() / share);
    }

    private @Nullable LocalDate completion(@Nullable Long target, double rate) {
        if (area.completedOn() != null) {
            return area.completedOn();
        }
        if (target == null || rate == 0 || daysLeft() == 0) {
            return null;
        }
        double days = Math.ceil((target - before()) / rate);
        return days > 3650 ? null : asOfDay().plusDays(Math.max(0, (long) days - 1));
    }

    private PaceStatus status(@Nullable Long target) {
        if (target == null) {
            return PaceStatus.NO_TARGET;
        }
        if (enrolled() >= target) {
            return PaceStatus.COMPLETED;
        }
        if (asOfDay().isBefore(campaign().startsOn())) {
            return PaceStatus.NOT_STARTED;
        }
        if (asOfDay().isAfter(campaign().endsOn())) {
            return PaceStatus.MISSED;
        }
        boolean behind =
                BigDecimal.valueOf(enrolled()).compareTo(plan(target, asOfDay().minusDays(1))) < 0;
        return behind ? PaceStatus.BEHIND : PaceStatus.ON_TRACK;
    }

    private Double atLeastEnrolled(double total) {
        return rounded(Math.max((double) enrolled(), total));
    }

    private static Double rounded(double figure) {
        return rounded(BigDecimal.valueOf(figure));
    }

    private static Double rounded(BigDecimal figure) {
        return figure.setScale(2, RoundingMode.HALF_UP).doubleValue();
    }
}
