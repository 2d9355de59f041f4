package io.muster.notifier;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.notifier.AlertFixture.AREA;
import static io.muster.notifier.AlertFixture.CAMPAIGN;
import static io.muster.notifier.AlertFixture.DAY_12;
import static io.muster.notifier.AlertFixture.DAY_15;
import static io.muster.notifier.AlertFixture.DAY_18;
import static io.muster.notifier.AlertFixture.accepted;
import static io.muster.notifier.AlertFixture.alert;
import static io.muster.notifier.AlertFixture.alerts;
import static io.muster.notifier.AlertFixture.firing;
import static io.muster.notifier.AlertFixture.row;
import static io.muster.notifier.AlertFixture.withoutDelays;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.AreaId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import io.muster.domain.reference.Area;
import io.muster.domain.tally.AlertRow;
import io.muster.report.fixture.GoldenFile;
import io.muster.report.wording.Language;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageComposerGoldenTest {

    private static final Instant END = Instant.parse("2023-05-31T17:00:00Z");

    @ParameterizedTest
    @EnumSource
    void shouldComposeEveryKindOfMessage(Language language) throws IOException {
        List<AlertRow> rows = new ArrayList<>();
        for (AlertRule rule : AlertRule.values()) {
            rows.add(row(rule, firing(DAY_12)));
            rows.add(row(rule, new Episode(DAY_12, DAY_15)));
            rows.add(row(rule, new Episode(DAY_12, END)));
        }
        StringBuilder text = new StringBuilder();
        for (AlertRow row : rows) {
            Message message = compose(language, alerts(row), Notification.of(row, 0));
            text.append(message.subject()).append('\n');
            text.append(message.items().get(0).text()).append("\n\n");
        }
        Message withdrawn = compose(
                language, alerts(), Notification.withdrawn(alert(AlertRule.BEHIND), accepted(DAY_12, null, DAY_18)));
        text.append(withdrawn.subject()).append('\n');
        text.append(withdrawn.items().get(0).text()).append("\n\n");
        Message sample = new MessageComposer(withoutDelays(language)).sample(DAY_18);
        text.append(sample.subject()).append('\n');
        text.append(sample.items().get(0).text())
                .append("\n\n")
                .append(sample.footer())
                .append('\n');

        GoldenFile.assertSame("notifier", "messages." + language.tag() + ".txt", text.toString());
    }

    @Test
    void shouldListThreeAreasInTheSubjectAndCountTheRest() {
        List<Notification> notifications = List.of("a", "b", "c", "d", "e").stream()
                .map(area -> Notification.of(row(area, AlertRule.SILENT, firing(DAY_12)), 0))
                .collect(Collectors.toCollection(ArrayList::new));
        notifications.add(Notification.of(row("luc-nam", AlertRule.BEHIND, new Episode(DAY_12, DAY_15)), 0));

        assertThat(compose(Language.EN, alerts(), notifications.toArray(Notification[]::new))
                        .subject())
                .isEqualTo("drive: silent (a, b, c and 2 more); resolved: behind plan (luc-nam)");
    }

    @Test
    void shouldDistinguishAreasOfTheSameNameByTheirParent() {
        Map<AreaId, Area> areas = new HashMap<>(alerts().areas());
        for (AreaId parent : List.of(AREA, areaId("luc-nam"))) {
            AreaId id = areaId(parent + ".tan-an");
            areas.put(id, new Area(id, parent, "commune", "commune", Map.of("vi", "Tân An"), null, null));
        }
        AlertRow one = row(AREA + ".tan-an", AlertRule.BEHIND, firing(DAY_12));
        AlertRow other = row("luc-nam.tan-an", AlertRule.BEHIND, firing(DAY_12));
        Alerts alerts = new Alerts(alerts(one, other).rows(), alerts().campaigns(), areas);

        Message message = compose(Language.VI, alerts, Notification.of(one, 0), Notification.of(other, 0));

        assertThat(message.subject()).contains("Tân An (Yên Dũng), Tân An (luc-nam)");
        assertThat(message.items().get(0).areaName()).isEqualTo("Tân An (Yên Dũng)");
        assertThat(message.items().get(0).text()).startsWith("Tân An (Yên Dũng) ");
    }

    @Test
    void shouldNotRoundUpToAReachedTarget() {
        AlertRow row = new AlertRow(
                CAMPAIGN,
                AREA,
                AlertRule.SILENT,
                List.of(firing(DAY_12)),
                new AlertRow.Evidence(LocalDate.of(2023, 5, 18), 24_999, 25_000, 12_903.23, 100.0, 0.0, null));

        assertThat(compose(Language.EN, alerts(row), Notification.of(row, 0))
                        .items()
                        .get(0)
                        .text())
                .contains("24,999 of 25,000 enrolled (99.99%)")
                .endsWith("To reach the target by 31 May 2023, 1 a day are needed.");
    }

    @Test
    void shouldMarkAMessageOfRemindersOnly() {
        AlertRow row = row(AlertRule.BEHIND, firing(DAY_12));

        assertThat(compose(Language.EN, alerts(row), Notification.of(row, 1)).subject())
                .isEqualTo("Reminder: drive: behind plan (Yen Dung)");
    }

    @Test
    void shouldKeepTheKeyOfARetryAndCreateANewKeyForANewNotification() {
        AlertRow row = row(AlertRule.BEHIND, firing(DAY_12));
        MessageComposer composer = new MessageComposer(withoutDelays(Language.EN));
        Message first = composer.compose(batch(Notification.of(row, 0)), alerts(row), DAY_15);
        DeliveryRecord attempt = DeliveryRecord.attempt(first.items().get(0), DAY_15);

        assertThat(composer.compose(batch(Notification.resend(row, attempt)), alerts(row), DAY_18)
                        .key())
                .isEqualTo(first.key());
        assertThat(composer.compose(batch(Notification.of(row, 1)), alerts(row), DAY_18)
                        .key())
                .isNotEqualTo(first.key());
        assertThat(first.key())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(first.items().get(0).key());
    }

    private static DeliveryPlan.Batch batch(Notification... notifications) {
        return new DeliveryPlan.Batch(CAMPAIGN, List.of(notifications));
    }

    private static Message compose(Language language, Alerts alerts, Notification... notifications) {
        return new MessageComposer(withoutDelays(language)).compose(batch(notifications), alerts, DAY_18);
    }
}
