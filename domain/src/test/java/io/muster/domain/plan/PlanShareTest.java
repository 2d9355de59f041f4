package io.muster.domain.plan;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.reference.PlanCurve.Linear;
import io.muster.domain.reference.PlanCurve.Point;
import io.muster.domain.reference.PlanCurve.Points;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanShareTest {

    @Test
    void shouldSpreadALinearPlanOverAllDaysOfTheCampaign() {
        Campaign campaign = campaign(new Linear());

        assertThat(share(may(0), campaign)).isZero();
        assertThat(share(may(1), campaign)).isEqualTo(1 / 31.0);
        assertThat(share(may(17), campaign)).isEqualTo(17 / 31.0);
        assertThat(share(may(31), campaign)).isEqualTo(1);
        assertThat(share(may(40), campaign)).isEqualTo(1);
    }

    @Test
    void shouldInterpolateLinearlyBetweenPoints() {
        Campaign campaign = campaign(points(new Point(may(10), 0.2), new Point(may(20), 0.4), new Point(may(31), 1)));

        assertThat(share(may(5), campaign)).isEqualTo(0.1, within(1e-12));
        assertThat(share(may(10), campaign)).isEqualTo(0.2);
        assertThat(share(may(15), campaign)).isEqualTo(0.3, within(1e-12));
        assertThat(share(may(20), campaign)).isEqualTo(0.4);
        assertThat(share(may(31), campaign)).isEqualTo(1);
    }

    @Test
    void shouldReachTheWholeTargetAtTheEndUnlessAPointSaysOtherwise() {
        Campaign campaign = campaign(points(new Point(may(21), 0.5)));

        assertThat(share(may(26), campaign)).isEqualTo(0.75, within(1e-12));
        assertThat(share(may(31), campaign)).isEqualTo(1);
        assertThat(share(may(31), campaign(points(new Point(may(31), 0.9))))).isEqualTo(0.9);
    }

    @Test
    void shouldInterpolateFromAPointBeforeTheCampaign() {
        Campaign campaign = campaign(points(new Point(may(0), 0.1), new Point(may(10), 0.2)));

        assertThat(share(may(0), campaign)).isZero();
        assertThat(share(may(5), campaign)).isEqualTo(0.15, within(1e-12));
    }

    @Test
    void shouldInterpolateTowardsAPointAfterTheCampaign() {
        Campaign campaign = campaign(points(new Point(may(62), 1)));

        assertThat(share(may(31), campaign)).isEqualTo(0.5, within(1e-12));
        assertThat(share(may(62), campaign)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void shouldCalculateWithExactDecimals() {
        Campaign campaign = campaign(points(new Point(may(24), 1)));

        assertThat(PlanShare.planned(3, may(5), campaign)).isEqualByComparingTo("0.625");
    }

    private static double share(LocalDate day, Campaign campaign) {
        return PlanShare.planned(1, day, campaign).doubleValue();
    }

    private static PlanCurve points(Point... points) {
        return new Points(List.of(points));
    }

    static Campaign campaign(PlanCurve plan) {
        return new Campaign(
                campaignId("drive"),
                Map.of(),
                new Campaign.Period(may(1), may(31), ZoneId.of("Asia/Ho_Chi_Minh")),
                areaId("province"),
                plan,
                null,
                null,
                List.of());
    }

    /** The given number of days after 30 April. */
    static LocalDate may(int day) {
        return LocalDate.of(2023, 4, 30).plusDays(day);
    }
}
