package io.muster.notifier;

import static io.muster.notifier.AlertFixture.CAMPAIGN;
import static io.muster.notifier.AlertFixture.DAY_12;
import static io.muster.notifier.AlertFixture.accepted;
import static io.muster.notifier.AlertFixture.alert;
import static io.muster.notifier.AlertFixture.alerts;
import static io.muster.notifier.AlertFixture.firing;
import static io.muster.notifier.AlertFixture.receiver;
import static io.muster.notifier.AlertFixture.row;
import static io.muster.notifier.AlertFixture.withQuietHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.tally.RowKey.OfAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryPlanTest {

    private static final Instant NOON = Instant.parse("2023-05-18T05:00:00Z");
    private static final Alerts TWO =
            alerts(row("luc-nam", AlertRule.SILENT, firing(DAY_12)), row(AlertRule.BEHIND, firing(DAY_12)));

    @Test
    void shouldWaitForGroupWaitAndThenSendOneBatchPerCampaign() {
        DeliveryPlan first = DeliveryPlan.of(receiver(), TWO, Map.of(), Map.of(), NOON);

        assertThat(first.batches()).isEmpty();
        assertThat(first.pendingSince()).containsExactly(Map.entry(CAMPAIGN, NOON));
        assertThat(first.nextCheck()).isEqualTo(NOON.plusSeconds(30));

        DeliveryPlan second = DeliveryPlan.of(receiver(), TWO, Map.of(), first.pendingSince(), NOON.plusSeconds(30));

        assertThat(second.batches()).singleElement().satisfies(batch -> {
            assertThat(batch.campaignId()).isEqualTo(CAMPAIGN);
            assertThat(batch.notifications())
                    .extracting(notification -> notification.alert().rule())
                    .containsExactly(AlertRule.BEHIND, AlertRule.SILENT);
        });
    }

    @Test
    void shouldMeasureGroupWaitFromTheFirstPendingNotification() {
        DeliveryPlan later = DeliveryPlan.of(receiver(), TWO, Map.of(), Map.of(CAMPAIGN, NOON), NOON.plusSeconds(20));

        assertThat(later.batches()).isEmpty();
        assertThat(later.nextCheck()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void shouldHoldNotificationsUntilQuietHoursEnd() {
        Instant night = Instant.parse("2023-05-18T14:30:00Z"); // 21:30 in Vietnam
        Receiver quietAtNight = withQuietHours("21:00", "07:00");
        DeliveryPlan plan = DeliveryPlan.of(quietAtNight, TWO, Map.of(), Map.of(), night);

        assertThat(plan.batches()).isEmpty();
        assertThat(plan.nextCheck()).isEqualTo("2023-05-19T00:00:00Z");
        assertThat(DeliveryPlan.of(
                                quietAtNight, TWO, Map.of(), plan.pendingSince(), Instant.parse("2023-05-19T00:00:00Z"))
                        .batches())
                .hasSize(1);
    }

    @Test
    void shouldDelayRemindersForQuietHoursButNotForGroupWait() {
        Alerts alerts = alerts(row(AlertRule.BEHIND, firing(DAY_12)));
        Map<OfAlert, DeliveryRecord> records = Map.of(alert(AlertRule.BEHIND), accepted(DAY_12, null, NOON));

        DeliveryPlan day = DeliveryPlan.of(receiver(), alerts, records, Map.of(), NOON.plus(Duration.ofHours(24)));
        DeliveryPlan night = DeliveryPlan.of(
                withQuietHours("11:00", "13:00"), alerts, records, Map.of(), NOON.plus(Duration.ofHours(24)));

        assertThat(day.batches()).hasSize(1);
        assertThat(night.batches()).isEmpty();
        assertThat(night.nextCheck()).isEqualTo(NOON.plus(Duration.ofHours(25)));
    }

    @Test
    void shouldReturnWhenTheNextReminderIsDue() {
        Alerts alerts = alerts(row(AlertRule.BEHIND, firing(DAY_12)));
        DeliveryPlan plan = DeliveryPlan.of(
                receiver(), alerts, Map.of(alert(AlertRule.BEHIND), accepted(DAY_12, null, NOON)), Map.of(), NOON);

        assertThat(plan.batches()).isEmpty();
        assertThat(plan.pendingSince()).isEmpty();
        assertThat(plan.nextCheck()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }
}
