package io.muster.notifier;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.notifier.AlertFixture.AREA;
import static io.muster.notifier.AlertFixture.CAMPAIGN;
import static io.muster.notifier.AlertFixture.DAY_12;
import static io.muster.notifier.AlertFixture.DAY_15;
import static io.muster.notifier.AlertFixture.DAY_16;
import static io.muster.notifier.AlertFixture.DAY_18;
import static io.muster.notifier.AlertFixture.accepted;
import static io.muster.notifier.AlertFixture.alert;
import static io.muster.notifier.AlertFixture.alerts;
import static io.muster.notifier.AlertFixture.attempted;
import static io.muster.notifier.AlertFixture.firing;
import static io.muster.notifier.AlertFixture.receiver;
import static io.muster.notifier.AlertFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.Notification.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotificationEvaluatorTest {

    private static final Instant NOW = DAY_18;
    private static final OfAlert BEHIND = alert(AlertRule.BEHIND);

    @Test
    void shouldReportAFiringAlertToANewReceiver() {
        assertThat(pending(row(AlertRule.BEHIND, firing(DAY_12)), Map.of()))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.kind()).isEqualTo(Kind.FIRING);
                    assertThat(notification.firedAt()).isEqualTo(DAY_12);
                    assertThat(notification.isReminder()).isFalse();
                });
    }

    @Test
    void shouldNotReportAnUnchangedStateAgain() {
        assertThat(pending(row(AlertRule.BEHIND, firing(DAY_12)), Map.of(BEHIND, accepted(DAY_12, null, NOW))))
                .isEmpty();
        assertThat(pending(
                        row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15)),
                        Map.of(BEHIND, accepted(DAY_12, DAY_15, NOW))))
                .isEmpty();
    }

    @Test
    void shouldReportTheEndOfAReportedAlert() {
        assertThat(pending(
                        row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15)),
                        Map.of(BEHIND, accepted(DAY_12, null, NOW))))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.kind()).isEqualTo(Kind.RESOLVED);
                    assertThat(notification.endedAt()).isEqualTo(DAY_15);
                });
    }

    @Test
    void shouldReportAnUnreportedEpisodeOnceWithBothTimes() {
        assertThat(pending(row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15)), Map.of()))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.kind()).isEqualTo(Kind.RESOLVED);
                    assertThat(notification.firedAt()).isEqualTo(DAY_12);
                    assertThat(notification.endedAt()).isEqualTo(DAY_15);
                });
        assertThat(pending(
                        row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15), new Episode(DAY_16, DAY_18)),
                        Map.of(BEHIND, accepted(DAY_12, DAY_15, NOW))))
                .extracting(Notification::endedAt)
                .containsExactly(DAY_18);
    }

    @Test
    void shouldReportANewEpisodeEvenIfTheEndOfTheLastOneWasNotReported() {
        assertThat(pending(
                        row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15), firing(DAY_16)),
                        Map.of(BEHIND, accepted(DAY_12, null, NOW))))
                .extracting(Notification::firedAt)
                .containsExactly(DAY_16);
    }

    @Test
    void shouldNotReportThatALateStatementMovedTheStartOrTheEnd() {
        assertThat(pending(row(AlertRule.BEHIND, firing(DAY_15)), Map.of(BEHIND, accepted(DAY_12, null, NOW))))
                .isEmpty();
        assertThat(pending(
                        row(AlertRule.BEHIND, new Episode(DAY_12, DAY_16)),
                        Map.of(BEHIND, accepted(DAY_12, DAY_15, NOW))))
                .isEmpty();
    }

    @Test
    void shouldReportFiringWhenAReportedEndTurnsOutToBeWrong() {
        assertThat(pending(row(AlertRule.BEHIND, firing(DAY_12)), Map.of(BEHIND, accepted(DAY_12, DAY_15, NOW))))
                .extracting(Notification::kind)
                .containsExactly(Kind.FIRING);
    }

    @Test
    void shouldWithdrawAReportedAlertWhoseRowDisappeared() {
        assertThat(new NotificationEvaluator(receiver(), alerts(), Map.of(BEHIND, accepted(DAY_12, null, NOW)))
                        .pending(NOW))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.kind()).isEqualTo(Kind.WITHDRAWN);
                    assertThat(notification.firedAt()).isEqualTo(DAY_12);
                });
    }

    @Test
    void shouldDropTheRecordOfAResolvedAlertWhoseRowDisappeared() {
        NotificationEvaluator evaluator =
                new NotificationEvaluator(receiver(), alerts(), Map.of(BEHIND, accepted(DAY_12, DAY_15, NOW)));

        assertThat(evaluator.pending(NOW)).isEmpty();
        assertThat(evaluator.obsoleteRecords()).containsExactly(BEHIND);
    }

    @Test
    void shouldResendAnUnconfirmedNotificationUnderItsKey() {
        Map<OfAlert, DeliveryRecord> attempt = Map.of(BEHIND, attempted(Kind.FIRING, DAY_12, null, 3));

        assertThat(pending(row(AlertRule.BEHIND, firing(DAY_12)), attempt))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.key()).isEqualTo("k");
                    assertThat(notification.repeat()).isEqualTo(3);
                });
        assertThat(pending(row(AlertRule.BEHIND, firing(DAY_15)), attempt))
                .extracting(Notification::key)
                .containsOnlyNulls();
    }

    @Test
    void shouldResolveOrWithdrawAnUnconfirmedAlert() {
        Map<OfAlert, DeliveryRecord> attempt = Map.of(BEHIND, attempted(Kind.FIRING, DAY_12, null, 0));

        assertThat(pending(row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15)), attempt))
                .extracting(Notification::kind)
                .containsExactly(Kind.RESOLVED);
        assertThat(withoutRow(attempt)).extracting(Notification::kind).containsExactly(Kind.WITHDRAWN);
        assertThat(withoutRow(Map.of(BEHIND, attempted(Kind.RESOLVED, DAY_12, DAY_15, 0))))
                .extracting(Notification::kind)
                .containsExactly(Kind.WITHDRAWN);
    }

    @Test
    void shouldReportFiringUnderANewKeyAfterAnUnconfirmedWithdrawal() {
        Map<OfAlert, DeliveryRecord> attempt = Map.of(BEHIND, attempted(Kind.WITHDRAWN, DAY_12, null, 0));

        assertThat(pending(row(AlertRule.BEHIND, firing(DAY_12)), attempt))
                .singleElement()
                .satisfies(notification -> assertThat(notification.key()).isNull());
        assertThat(withoutRow(attempt)).extracting(Notification::key).containsExactly("k");
    }

    @Test
    void shouldSendRemindersForBehindAndSilentOnly() {
        Instant later = NOW.plus(Duration.ofHours(24));
        for (AlertRule rule : AlertRule.values()) {
            Alerts alerts = alerts(row(rule, firing(DAY_12)));
            Map<OfAlert, DeliveryRecord> records = Map.of(alert(rule), accepted(DAY_12, null, NOW));
            boolean repeated = rule == AlertRule.BEHIND || rule == AlertRule.SILENT;

            assertThat(new NotificationEvaluator(receiver(), alerts, records).pending(later.minusMillis(1)))
                    .isEmpty();
            assertThat(new NotificationEvaluator(receiver(), alerts, records).pending(later))
                    .extracting(Notification::repeat)
                    .isEqualTo(repeated ? List.of(1) : List.of());
            assertThat(new NotificationEvaluator(receiver(), alerts, records).nextReminder(NOW))
                    .isEqualTo(repeated ? later : null);
        }
    }

    @Test
    void shouldReportOnlyAlertsWithinTheScopeIncludingDescendantAreas() {
        AlertRow row = row(AlertRule.BEHIND, firing(DAY_12));

        assertThat(isReported(new Scope(Set.of(), Set.of(areaId("bac-giang")), Set.of()), row))
                .isTrue();
        assertThat(isReported(new Scope(Set.of(CAMPAIGN), Set.of(AREA), Set.of(AlertRule.BEHIND)), row))
                .isTrue();
        assertThat(isReported(new Scope(Set.of(), Set.of(areaId("luc-nam")), Set.of()), row))
                .isFalse();
        assertThat(isReported(new Scope(Set.of(campaignId("other")), Set.of(), Set.of()), row))
                .isFalse();
        assertThat(isReported(new Scope(Set.of(), Set.of(), Set.of(AlertRule.SILENT)), row))
                .isFalse();
    }

    @Test
    void shouldReportTheEndOfAReportedAlertOutsideTheCurrentScope() {
        Receiver elsewhere = receiver(new Scope(Set.of(campaignId("other")), Set.of(), Set.of()));
        Map<OfAlert, DeliveryRecord> records = Map.of(BEHIND, accepted(DAY_12, null, NOW));

        assertThat(new NotificationEvaluator(elsewhere, alerts(row(AlertRule.BEHIND, firing(DAY_12))), records)
                        .pending(NOW.plus(Duration.ofDays(9))))
                .isEmpty();
        assertThat(new NotificationEvaluator(
                                elsewhere, alerts(row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15))), records)
                        .pending(NOW))
                .extracting(Notification::kind)
                .containsExactly(Kind.RESOLVED);
    }

    @Test
    void shouldTreatAlertsThatEndedBeforeTheReceiverOrItsNewScopeAsHistorical() {
        AlertRow over = row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15));
        AlertRow fires = row("luc-nam", AlertRule.BEHIND, firing(DAY_12));
        NotificationEvaluator evaluator = new NotificationEvaluator(receiver(), alerts(over, fires), Map.of());
        Scope narrow = new Scope(Set.of(), Set.of(areaId("luc-nam")), Set.of());

        assertThat(evaluator.historicalAlerts(null)).containsExactly(over);
        assertThat(evaluator.historicalAlerts(narrow)).containsExactly(over);
        assertThat(evaluator.historicalAlerts(Scope.ALL)).isEmpty();
    }

    private static List<Notification> withoutRow(Map<OfAlert, DeliveryRecord> records) {
        return new NotificationEvaluator(receiver(), alerts(), records).pending(NOW);
    }

    private static boolean isReported(Scope scope, AlertRow row) {
        return !new NotificationEvaluator(receiver(scope), alerts(row), Map.of())
                .pending(NOW)
                .isEmpty();
    }

    private static List<Notification> pending(AlertRow row, Map<OfAlert, DeliveryRecord> records) {
        return new NotificationEvaluator(receiver(), alerts(row), records).pending(NOW);
    }
}
