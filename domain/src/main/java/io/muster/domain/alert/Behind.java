package io.muster.domain.alert;

import io.muster.domain.plan.PlanShare;
import io.muster.domain.reference.AlertRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The times at which an area was behind its plan.
 *
 * <p>BEHIND fires at local midnight, if each of the last {@code behindHoldDays} days ended with {@code enrolled <
 * expected × (1 − margin)}, and the count is still below that threshold for the day that begins. It is resolved on the
 * first day with {@code enrolled ≥ expected × (1 − resolve margin)}, or when the campaign is over. Expected is the part
 * of the target that is planned for the end of the day before.
 *
 * <p>All days are judged by the current data: by the target and the plan of today, and with late statements on their
 * own days. So the result is a function of the counts, and a higher target never makes an area less behind.
 */
public final class Behind {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Course course;
    private final AlertRules rules;
    private final List<Episode> episodes = new ArrayList<>();
    private @Nullable Instant firedAt;

    private Behind(Course course, AlertRules rules) {
        this.course = course;
        this.rules = rules;
    }

    /** The episodes in order of time. Only the last one can be unresolved. */
    public static List<Episode> episodes(Course course, AlertRules rules) {
        return new Behind(course, rules).walk();
    }

    private List<Episode> walk() {
        LocalDate end = course.campaign().endsOn();
        int daysBehind = 0;
        long before = 0;
        for (LocalDate day = course.campaign().startsOn();
                !day.isAfter(end) && !day.isAfter(course.asOfDay());
                day = day.plusDays(1)) {
            BigDecimal expected = PlanShare.expected(course.target(), day, course.campaign());
            if (firedAt == null && daysBehind >= rules.behindHoldDays() && isBehind(before, expected)) {
                firedAt = course.campaign().startOf(day);
            }
            long enrolled = before + course.days().on(day);
            if (isWithin(rules.behindResolveMarginPercent(), enrolled, expected)) {
                resolve(day);
            }
            daysBehind = isBehind(enrolled, expected) ? daysBehind + 1 : 0;
            before = enrolled;
        }
        if (course.asOfDay().isAfter(end)) {
            resolve(end.plusDays(1));
        }
        if (firedAt != null) {
            episodes.add(new Episode(firedAt, null));
        }
        return episodes;
    }

    private boolean isBehind(long enrolled, BigDecimal expected) {
        return !isWithin(rules.behindMarginPercent(), enrolled, expected);
    }

    /** Whether enrolled ≥ expected × (1 − margin). */
    private static boolean isWithin(double marginPercent, long enrolled, BigDecimal expected) {
        BigDecimal least = expected.multiply(HUNDRED.subtract(BigDecimal.valueOf(marginPercent)));
        return BigDecimal.valueOf(enrolled).multiply(HUNDRED).compareTo(least) >= 0;
    }

    private void resolve(LocalDate day) {
        if (firedAt != null) {
            episodes.add(new Episode(firedAt, course.campaign().startOf(day)));
            firedAt = null;
        }
    }
}
