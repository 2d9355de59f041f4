package io.muster.domain.reference;

import io.muster.domain.InvalidFieldException;
import java.time.LocalDate;
import java.util.List;

/** How the target of a campaign is spread over its days. */
public sealed interface PlanCurve {

    /** Every day brings the same share. */
    record Linear() implements PlanCurve {}

    /**
     * Straight lines between points.
     *
     * @param points in the order of dates, with shares that never fall
     */
    record Points(List<Point> points) implements PlanCurve {
        public Points {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new InvalidFieldException("planPoints", "must not be empty when planCurve is POINTS");
            }
            for (int i = 1; i < points.size(); i++) {
                Point before = points.get(i - 1);
                Point point = points.get(i);
                if (!point.date().isAfter(before.date())) {
                    throw new InvalidFieldException(
                            "planPoints", "must be by date, but " + point.date() + " follows " + before.date());
                }
                if (point.share() < before.share()) {
                    throw new InvalidFieldException(
                            "planPoints",
                            "must not fall, but " + point.share() + " on " + point.date() + " follows "
                                    + before.share());
                }
            }
        }
    }

    /**
     * A share of the target that the plan reaches by the end of a day.
     *
     * @param date the local day
     * @param share cumulative share of the target, 0 to 1
     */
    record Point(LocalDate date, double share) {
        public Point {
            if (!(share >= 0 && share <= 1)) {
                throw new InvalidFieldException("planPoints", "must have shares from 0 to 1, but has " + share);
            }
        }
    }
}
