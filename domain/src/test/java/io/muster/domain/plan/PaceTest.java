package io.muster.domain.plan;

import static io.muster.domain.plan.PlanShareTest.campaign;
import static io.muster.domain.plan.PlanShareTest.may;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve.Linear;
import io.muster.domain.reference.PlanCurve.Point;
import io.muster.domain.reference.PlanCurve.Points;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    private static final Campaign DRIVE = campaign(new Linear());

    @Test
    void shouldJudgeAgainstThePlanForTheEndOfTheDayBefore() {
        // 10 a day on 17 days, and 4 so far on the 18th
        Pace pace = pace(DRIVE, 18, 310L, 174, day -> day.equals(may(18)) ? 4 : 10);

        assertThat(pace.expected()).isEqualTo(170);
        assertThat(pace.expectedEndOfDay()).isEqualTo(180);
        assertThat(pace.requiredPerDay()).isEqualTo(10);
        assertThat(pace.projected()).isEqualTo(310);
        assertThat(pace.projectedByPlan()).isEqualTo(310);
        assertThat(pace.projectedCompletionOn()).isEqualTo(may(31));
        assertThat(pace.status()).isEqualTo(PaceStatus.ON_TRACK);
    }

    @Test
    void shouldProjectByPlanASurgeThatTheRateDoesNotShow() {
        Campaign surge = campaign(new Points(List.of(new Point(may(17), 0.5), new Point(may(31), 1))));

        Pace pace = pace(surge, 18, 300L, 153, day -> day.isBefore(may(18)) ? 9 : 0);

        assertThat(pace.projected()).isEqualTo(153 + 9 * 14);
        assertThat(pace.projectedByPlan()).isEqualTo(306);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0, 100, 0, NOT_STARTED",
                "0, 100, 100, COMPLETED",
                "1, 100, 0, ON_TRACK",
                "2, 100, 3, BEHIND",
                "2, 100, 4, ON_TRACK",
                "31, 100, 99, ON_TRACK",
                "31, 100, 96, BEHIND",
                "32, 100, 99, MISSED",
                "32, 100, 100, COMPLETED",
                "15, -, 40, NO_TARGET",
                "15, 0, 0, NO_TARGET",
                "32, 0, 7, NO_TARGET"
            })
    void shouldDeriveTheStatusOfAnArea(int asOf, @Nullable Long target, long enrolled, PaceStatus status) {
        assertThat(pace(DRIVE, asOf, target, enrolled, day -> 0).status()).isEqualTo(status);
    }

    @Test
    void shouldRoundPersonsPerDayUp() {
        // 14 days are left
        assertThat(Pace.personsPerDay(DRIVE, may(18), 310, 310 - 14)).isEqualTo(1);
        assertThat(Pace.personsPerDay(DRIVE, may(18), 310, 310 - 15)).isEqualTo(2);
        assertThat(Pace.personsPerDay(DRIVE, may(18), 310, 309)).isEqualTo(1);
        assertThat(Pace.personsPerDay(DRIVE, may(18), 310, 311)).isZero();
        assertThat(Pace.personsPerDay(DRIVE, may(31).plusDays(1), 310, 0)).isNull();
    }

    @Test
    void shouldNotProjectBeforeTheFirstDayIsOver() {
        Pace pace = pace(DRIVE, 1, 310L, 7, day -> day.equals(may(1)) ? 7 : 0);

        assertThat(pace.projected()).isNull();
        assertThat(pace.projectedByPlan()).isNull();
        assertThat(pace.projectedCompletionOn()).isNull();
        assertThat(pace.requiredPerDay()).isEqualTo(10);
    }

    @Test
    void shouldProjectNoFurtherEnrollmentsAfterTheEnd() {
        Pace pace = pace(DRIVE, 35, 310L, 200, day -> 5);

        assertThat(pace.projected()).isEqualTo(200);
        assertThat(pace.projectedLow()).isEqualTo(200);
        assertThat(pace.projectedHigh()).isEqualTo(200);
        assertThat(pace.requiredPerDay()).isNull();
        assertThat(pace.projectedCompletionOn()).isNull();
        assertThat(pace.expected()).isEqualTo(310);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "0"})
    void shouldProjectWithoutATarget(@Nullable Long target) {
        Pace pace = pace(DRIVE, 18, target, 170, day -> day.isBefore(may(18)) ? 10 : 0);

        assertThat(pace.expected()).isNull();
        assertThat(pace.requiredPerDay()).isNull();
        assertThat(pace.projectedCompletionOn()).isNull();
        assertThat(pace.projected()).isEqualTo(310);
        assertThat(pace.projectedByPlan()).isEqualTo(310);
    }

    @Test
    void shouldProjectCompletionAfterTheCampaignAtTheRecentRate() {
        Pace pace = pace(DRIVE, 31, 400L, 300, day -> day.isBefore(may(31)) ? 10 : 0);

        assertThat(pace.projectedCompletionOn()).isEqualTo(may(40));
    }

    @Test
    void shouldNotProjectLessThanIsEnrolled() {
        Pace pace = pace(DRIVE, 31, 400L, 390, day -> day.equals(may(31)) ? 90 : 10);

        assertThat(pace.projected()).isEqualTo(390);
        assertThat(pace.projectedLow()).isEqualTo(390);
    }

    private static Pace pace(Campaign campaign, int asOf, @Nullable Long target, long enrolled, DayCounts days) {
        LocalDate completedOn = target != null && target > 0 && enrolled >= target ? may(1) : null;
        return Pace.of(campaign, may(asOf), target, enrolled, completedOn, days);
    }
}
