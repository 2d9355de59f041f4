package io.muster.domain.plan;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve.Point;
import io.muster.domain.reference.PlanCurve.Points;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Which part of its target a campaign plans to have reached. */
public final class PlanShare {

    private PlanShare() {}

    /**
     * The part of the target that is planned for the end of a day: nothing before the campaign, and what the plan ends with after it.
     *
     * <p>A curve of points begins with 0 at the end of the day before the campaign and ends with 1 at the end of its last day, where
     * the points do not say otherwise; between them it is a straight line.
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

    /** How many persons it takes by the end of a day to be no less than planned: nobody enrolls by halves. */
    public static long needed(long target, LocalDate day, Campaign campaign) {
        return wholePersons(planned(target, day, campaign));
    }

    /** No fewer persons than that. */
    public static long wholePersons(BigDecimal planned) {
        return planned.setScale(0, RoundingMode.CEILING).longValueExact();
    }

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

    /** Multiplies before it divides, so that what is a decimal fraction stays one. */
    private static BigDecimal between(Point from, Point to, LocalDate day, BigDecimal target) {
        BigDecimal share = BigDecimal.valueOf(from.share());
        BigDecimal rise = BigDecimal.valueOf(to.share()).subtract(share);
        BigDecimal way = BigDecimal.valueOf(ChronoUnit.DAYS.between(from.date(), to.date()));
        BigDecimal gone = BigDecimal.valueOf(ChronoUnit.DAYS.between(from.date(), day));
        return target.multiply(share).add(target.multiply(rise).multiply(gone).divide(way, MathContext.DECIMAL128));
    }

    private static Point dayBefore(Campaign campaign) {
        return new Point(campaign.startsOn().minusDays(1), 0);
    }

    private static Point lastDay(Campaign campaign) {
        return new Point(campaign.endsOn(), 1);
    }
}
