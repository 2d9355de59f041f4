package io.muster.notifier;

import static io.muster.notifier.AlertFixture.CAMPAIGN;
import static io.muster.notifier.AlertFixture.DAY_12;
import static io.muster.notifier.AlertFixture.alert;
import static io.muster.notifier.AlertFixture.alerts;
import static io.muster.notifier.AlertFixture.firing;
import static io.muster.notifier.AlertFixture.quiet;
import static io.muster.notifier.AlertFixture.receiver;
import static io.muster.notifier.AlertFixture.row;
import static io.muster.notifier.AlertFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.alert.AlertRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Instant NOON = Instant.parse("2023-05-18T05:00:00Z");
    private static final Alerts TWO =
            alerts(row("luc-nam", AlertRule.SILENT, firing(DAY_12)), row(AlertRule.BEHIND, firing(DAY_12)));

    @Test
    void shouldWaitForMoreOfTheSameCampaignAndThenTellAllInOneMessage() {
        Plan first = Plan.of(receiver(), TWO, Map.of(), Map.of(), NOON);

        assertThat(first.bundles()).isEmpty();
        assertThat(first.noticed()).containsExactly(Map.entry(CAMPAIGN, NOON));
        assertThat(first.nextLook()).isEqualTo(NOON.plusSeconds(30));

        Plan second = Plan.of(receiver(), TWO, Map.of(), first.noticed(), NOON.plusSeconds(30));

        assertThat(second.bundles()).singleElement().satisfies(bundle -> {
            assertThat(bundle.campaignId()).isEqualTo(CAMPAIGN);
            assertThat(bundle.tidings())
                    .extracting(tiding -> tiding.alert().rule())
                    .containsExactly(AlertRule.BEHIND, AlertRule.SILENT);
        });
    }

    @Test
    void shouldKeepWaitingFromWhenTheFirstWasNoticed() {
        Plan later = Plan.of(receiver(), TWO, Map.of(), Map.of(CAMPAIGN, NOON), NOON.plusSeconds(20));

        assertThat(later.bundles()).isEmpty();
        assertThat(later.nextLook()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void shouldTellNothingInQuietHoursAndEverythingAfterThem() {
        Instant night = Instant.parse("2023-05-18T14:30:00Z"); // 21:30 in Vietnam
        Receiver sleeper = quiet("21:00", "07:00");
        Plan plan = Plan.of(sleeper, TWO, Map.of(), Map.of(), night);

        assertThat(plan.bundles()).isEmpty();
        assertThat(plan.nextLook()).isEqualTo("2023-05-19T00:00:00Z");
        assertThat(Plan.of(sleeper, TWO, Map.of(), plan.noticed(), Instant.parse("2023-05-19T00:00:00Z"))
                        .bundles())
                .hasSize(1);
    }

    @Test
    void shouldNotWaitWithARepeatButForTheQuietHours() {
        Alerts alerts = alerts(row(AlertRule.BEHIND, firing(DAY_12)));
        Map<io.muster.domain.tally.RowKey.OfAlert, Mark> marks =
                Map.of(alert(AlertRule.BEHIND), told(DAY_12, null, NOON));

        Plan day = Plan.of(receiver(), alerts, marks, Map.of(), NOON.plus(Duration.ofHours(24)));
        Plan night = Plan.of(quiet("11:00", "13:00"), alerts, marks, Map.of(), NOON.plus(Duration.ofHours(24)));

        assertThat(day.bundles()).hasSize(1);
        assertThat(night.bundles()).isEmpty();
        assertThat(night.nextLook()).isEqualTo(NOON.plus(Duration.ofHours(25)));
    }

    @Test
    void shouldSayWhenTheNextRepeatIsDue() {
        Alerts alerts = alerts(row(AlertRule.BEHIND, firing(DAY_12)));
        Plan plan =
                Plan.of(receiver(), alerts, Map.of(alert(AlertRule.BEHIND), told(DAY_12, null, NOON)), Map.of(), NOON);

        assertThat(plan.bundles()).isEmpty();
        assertThat(plan.noticed()).isEmpty();
        assertThat(plan.nextLook()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }
}
