package io.muster.domain.plan;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve.Point;
import io.muster.domain.reference.PlanCurve.Points;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The share of its target that a campaign plans to have reached by a given day. */
public final class PlanShare {

    private PlanShare() {}

    /**
     * The part of the target that is planned for the end of a day: 0 before the campaign; after it, the part that is
     * planned for its last day.
     *
     * <p>A curve of points starts at 0 at the end of the day before the campaign and ends at 1 at the end of its last
     * day, unless the points say otherwise. Lines between points are straight.
     *
     * @return 0 to target, to 34 digits
     */
    public static BigDecimal planned(long target, LocalDate day, Campaign campaign) {
        if (day.isBefore(campaign.startsOn())) {
            return BigDecimal.ZERO;
        }
        LocalDate within = day.isAfter(campaign.endsOn()) ? campaign.endsOn() : day;
        BigDecimal whole = BigDecimal.valueOf(target);
        return campaign.plan() instanceof Points points
                ? on(points, campaign, within, whole)
                : between(dayBefore(campaign), lastDay(campaign), within, whole);
    }

    /** The part of the target that is expected on a day: what is planned for the end of the day before. */
    public static BigDecimal expected(long target, LocalDate asOfDay, Campaign campaign) {
        return planned(target, asOfDay.minusDays(1), campaign);
    }

    /** {@link #expected} in whole persons, rounded up. */
    public static long expectedPersons(long target, LocalDate asOfDay, Campaign campaign) {
        return wholePersons(expected(target, asOfDay, campaign));
    }

    /** A planned figure in whole persons, rounded up. */
    public static long wholePersons(BigDecimal planned) {
        return planned.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** The plan of each day, from the day before the campaign to its last day. */
    public static List<PlannedDay> curve(long target, Campaign campaign) {
        return campaign.startsOn()
                .minusDays(1)
                .datesUntil(campaign.endsOn().plusDays(1))
                .map(day -> new PlannedDay(day, TwoDecimals.round(planned(target, day, campaign))))
                .toList();
    }

    /**
     * One point of the plan.
     *
     * @param planned target × plan share at the end of the day, rounded half-up to two decimals
     */
    public record PlannedDay(LocalDate date, double planned) {}

    private static BigDecimal on(Points curve, Campaign campaign, LocalDate day, BigDecimal target) {
        Point before = dayBefore(campaign);
        for (Point point : curve.points()) {
            if (point.date().isAfter(day)) {
                return between(before, point, day, target);
            }
            before = point;
        }
        return before.date().isBefore(campaign.endsOn())
                ? between(before, lastDay(campaign), day, target)
                : target.multiply(BigDecimal.valueOf(before.share()));
    }

    /** Multiplies before it divides, so that decimal fractions stay exact. */
    private static BigDecimal between(Point from, Point to, LocalDate day, BigDecimal target) {
        BigDecimal share = BigDecimal.valueOf(from.share());
        BigDecimal rise = BigDecimal.valueOf(to.share()).subtract(share);
        BigDecimal span = BigDecimal.valueOf(ChronoUnit.DAYS.between(from.date(), to.date()));
        BigDecimal elapsed = BigDecimal.valueOf(ChronoUnit.DAYS.between(from.date(), day));
        return target.multiply(share)
                .add(target.multiply(rise).multiply(elapsed).divide(span, MathContext.DECIMAL128));
    }

    private static Point dayBefore(Campaign campaign) {
        return new Point(campaign.startsOn().minusDays(1), 0);
    }

    private static Point lastDay(Campaign campaign) {
        return new Point(campaign.endsOn(), 1);
    }
}
