package io.muster.domain.plan;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve.Point;
import io.muster.domain.reference.PlanCurve.Points;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Which share of its target a campaign plans to have reached. */
public final class PlanShare {

    private PlanShare() {}

    /**
     * The cumulative share at the end of a day: 0 before the campaign, and the last share of the plan after it.
     *
     * <p>A curve of points begins with 0 at the end of the day before the campaign and ends with 1 at the end of its last day, where
     * the points do not say otherwise; between them it is a straight line.
     *
     * @return 0 to 1
     */
    public static double atEndOf(LocalDate day, Campaign campaign) {
        if (day.isBefore(campaign.startsOn())) {
            return 0;
        }
        LocalDate within = day.isAfter(campaign.endsOn()) ? campaign.endsOn() : day;
        return campaign.plan() instanceof Points points
                ? on(points, campaign, within)
                : between(dayBefore(campaign), lastDay(campaign), within);
    }

    private static double on(Points curve, Campaign campaign, LocalDate day) {
        Point before = dayBefore(campaign);
        for (Point point : curve.points()) {
            if (point.date().isAfter(day)) {
                return between(before, point, day);
            }
            before = point;
        }
        return before.date().isBefore(campaign.endsOn()) ? between(before, lastDay(campaign), day) : before.share();
    }

    private static double between(Point from, Point to, LocalDate day) {
        double way = ChronoUnit.DAYS.between(from.date(), to.date());
        double gone = ChronoUnit.DAYS.between(from.date(), day);
        return from.share() + (to.share() - from.share()) * gone / way;
    }

    private static Point dayBefore(Campaign campaign) {
        return new Point(campaign.startsOn().minusDays(1), 0);
    }

    private static Point lastDay(Campaign campaign) {
        return new Point(campaign.endsOn(), 1);
    }
}
