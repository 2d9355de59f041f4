package io.muster.domain.plan;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve.Linear;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A campaign from 10 to 20 May. Every day has one enrollment, in the period and outside it. */
class PeriodCountsTest {

    private static final Campaign DRIVE = new Campaign(
            campaignId("drive"),
            Map.of(),
            new Campaign.Period(may(10), may(20), ZoneOffset.UTC),
            areaId("root"),
            new Linear(),
            null,
            null,
            List.of());

    @Test
    void shouldSumOnlyDaysOfThePeriod() {
        assertThat(PeriodCounts.sum(DRIVE, may(1), may(31), day -> 1)).isEqualTo(11);
        assertThat(PeriodCounts.sum(DRIVE, may(12), may(13), day -> 1)).isEqualTo(2);
        assertThat(PeriodCounts.sum(DRIVE, may(21), may(31), day -> 1)).isZero();
        assertThat(PeriodCounts.on(DRIVE, may(10), day -> 1)).isEqualTo(1);
        assertThat(PeriodCounts.on(DRIVE, may(9), day -> 1)).isZero();
    }

    @Test
    void shouldFindTheFirstDayThatReachesTheTarget() {
        assertThat(PeriodCounts.completedOn(DRIVE, may(18), 3, day -> 1)).isEqualTo(may(12));
        assertThat(PeriodCounts.completedOn(DRIVE, may(11), 3, day -> 1)).isNull();
        assertThat(PeriodCounts.completedOn(DRIVE, may(31), 12, day -> 1)).isNull();
    }

    @Test
    void shouldIncludeTheAsOfDayInTheDaysLeft() {
        assertThat(PeriodCounts.daysLeft(may(10), may(20), may(20))).isEqualTo(1);
        assertThat(PeriodCounts.daysLeft(may(10), may(20), may(1))).isEqualTo(11);
        assertThat(PeriodCounts.daysLeft(may(10), may(20), may(21))).isZero();
    }

    @Test
    void shouldCoverTheSevenDaysUpToAGivenDay() {
        assertThat(LastSevenDays.firstDay(may(18))).isEqualTo(may(12));
        assertThat(LastSevenDays.sum(DRIVE, may(18), day -> 1)).isEqualTo(7);
        assertThat(LastSevenDays.sum(DRIVE, may(12), day -> 1)).isEqualTo(3);
        assertThat(LastSevenDays.each(DRIVE, may(11), day -> 1)).containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 1L);
    }

    @Test
    void shouldAverageOverDaysInThePeriodOnly() {
        assertThat(LastSevenDays.mean(DRIVE, may(12), day -> day.equals(may(12)) ? 1 : 0))
                .isEqualTo(0.33);
        assertThat(LastSevenDays.mean(DRIVE, may(9), day -> 1)).isZero();
    }

    @Test
    void shouldLeaveTheOwnCountsAfterSubtractingTheAreasBelow() {
        CountsToDate all = CountsToDate.of(DRIVE, may(18), day -> 2);
        CountsToDate below = CountsToDate.of(DRIVE, may(18), day -> 1);

        assertThat(all).isEqualTo(new CountsToDate(18, 2, 14, 4));
        assertThat(all.minus(List.of(below))).isEqualTo(below);
        assertThat(all.minus(List.of(below, below)).isZero()).isTrue();
        assertThat(below.isZero()).isFalse();
    }

    private static LocalDate may(int day) {
        return LocalDate.of(2023, 5, day);
    }
}
