package io.muster.streams.topology;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.streams.topology.Drive.drive;
import static io.muster.streams.topology.stage.TopologySettings.LedgerStore.MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.tally.AsOf;
import io.muster.schema.Alert;
import io.muster.schema.AlertRule;
import io.muster.schema.AlertState;
import io.muster.schema.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts (docs/rules.md, rule 7), with the as-of day from the wall clock. */
class AlertsTest {

    private Instant now = Instant.parse("2023-05-01T02:00:00Z");
    private final TopologyHarness muster = new TopologyHarness(MEMORY, () -> new AsOf.Wall(now));

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldFireAtLocalMidnightWithoutAnyEvent() {
        muster.refer(drive().target("drive", "son-dong", 310));

        now = Instant.parse("2023-05-03T16:59:59.999Z");
        muster.flush();
        assertThat(alerts()).isEmpty();

        now = Instant.parse("2023-05-03T17:00:00Z");
        muster.flush();
        Alert behind = alert("son-dong", AlertRule.BEHIND);
        assertThat(alerts()).containsExactly("drive|son-dong|BEHIND", "drive|son-dong|SILENT");
        assertThat(behind.getState()).isEqualTo(AlertState.FIRING);
        assertThat(behind.getSince()).isEqualTo(now);
        assertThat(behind.getAsOfDay()).isEqualTo(LocalDate.parse("2023-05-04"));
        assertThat(behind.getEnrolled()).isZero();
        assertThat(behind.getTarget()).hasValue(310L);
        assertThat(behind.getExpected()).hasValue(30.0);
        assertThat(behind.getRequiredPerDay()).hasValue(11.07);
    }

    @Test
    void shouldFireAfterASilenceWithoutAnyEvent() {
        muster.refer(drive().target("drive", "son-dong", 310));
        now = Instant.parse("2023-05-08T06:00:00Z");
        muster.state(statements(31, "2023-05-08", "2023-05-08T05:30:00Z"));

        now = Instant.parse("2023-05-11T05:29:59.999Z");
        muster.flush();
        assertThat(stateOf(AlertRule.SILENT)).isEqualTo(AlertState.RESOLVED);

        now = Instant.parse("2023-05-11T05:30:00Z");
        muster.flush();
        Alert silent = alert("son-dong", AlertRule.SILENT);
        assertThat(silent.getState()).isEqualTo(AlertState.FIRING);
        assertThat(silent.getSince()).isEqualTo(now);
        assertThat(silent.getLastRecordedAt()).hasValue(Instant.parse("2023-05-08T05:30:00Z"));

        now = Instant.parse("2023-05-11T09:00:00Z");
        muster.state(aStatement().by("another").in("son-dong").on("2023-05-11").recordedAt("2023-05-11T08:59:00Z"));
        silent = alert("son-dong", AlertRule.SILENT);
        assertThat(silent.getState()).isEqualTo(AlertState.RESOLVED);
        assertThat(silent.getSince()).isEqualTo(Instant.parse("2023-05-11T08:59:00Z"));
        assertThat(silent.getFiredAt()).hasValue(Instant.parse("2023-05-11T05:30:00Z"));
        assertThat(silent.getEarlier()).hasSize(1);
    }

    @Test
    void shouldReevaluateEveryDayWhenATargetIsRaised() {
        muster.refer(drive().target("drive", "son-dong", 31));
        now = Instant.parse("2023-05-10T02:00:00Z");
        muster.state(statements(9, "2023-05-09", "2023-05-09T10:00:00Z"));
        assertThat(stateOf(AlertRule.BEHIND)).isEqualTo(AlertState.RESOLVED);

        target(310L);
        assertThat(stateOf(AlertRule.BEHIND)).isEqualTo(AlertState.FIRING);
        assertThat(alert("son-dong", AlertRule.BEHIND).getSince()).isEqualTo(Instant.parse("2023-05-03T17:00:00Z"));

        target(9L);
        assertThat(stateOf(AlertRule.COMPLETED)).isEqualTo(AlertState.FIRING);

        target(null);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void shouldRetractAnAlertThatALateStatementRefutes() {
        muster.refer(drive().target("drive", "son-dong", 31));
        now = Instant.parse("2023-05-05T02:00:00Z");
        muster.flush();
        assertThat(stateOf(AlertRule.BEHIND)).isEqualTo(AlertState.FIRING);

        muster.state(statements(5, "2023-05-01", "2023-05-02T10:00:00Z"));

        assertThat(stateOf(AlertRule.BEHIND)).isNull();
        assertThat(muster.published().written(Topics.ALERTS))
                .filteredOn(record -> record.key().equals("drive|son-dong|BEHIND"))
                .last()
                .extracting(TestRecord::value)
                .isNull();
    }

    @Test
    void shouldReportAMissedTargetAndResolveOtherAlerts() {
        muster.refer(drive().target("drive", "son-dong", 31).target("drive", "yen-dung", 2));
        now = Instant.parse("2023-05-31T16:00:00Z");
        muster.state(
                aStatement().by("p1").in("tan-an").on("2023-05-30"),
                aStatement().by("p2").in("yen-dung").on("2023-05-31"));
        assertThat(alert("yen-dung", AlertRule.COMPLETED).getSince()).isEqualTo(Instant.parse("2023-05-30T17:00:00Z"));

        now = Instant.parse("2023-05-31T17:00:00Z");
        muster.flush();

        assertThat(alert("son-dong", AlertRule.MISSED).getSince()).isEqualTo(now);
        assertThat(alert("son-dong", AlertRule.MISSED).getRequiredPerDay()).isEmpty();
        assertThat(stateOf(AlertRule.BEHIND)).isEqualTo(AlertState.RESOLVED);
        assertThat(stateOf(AlertRule.SILENT)).isEqualTo(AlertState.RESOLVED);
        assertThat(muster.published().latest(Topics.ALERTS)).doesNotContainKey("drive|yen-dung|MISSED");
    }

    @Test
    void shouldEvaluateStatementsDatedAheadWhenTheirDayComes() {
        muster.refer(drive().target("drive", "son-dong", 31));
        now = Instant.parse("2023-05-10T14:00:00Z");
        muster.state(statements(31, "2023-05-11", "2023-05-10T13:00:00Z"));
        assertThat(muster.published().area("son-dong").getDatedAhead()).isEqualTo(31);
        assertThat(stateOf(AlertRule.COMPLETED)).isNull();
        assertThat(stateOf(AlertRule.BEHIND)).isEqualTo(AlertState.FIRING);

        now = Instant.parse("2023-05-10T17:00:00Z");
        muster.flush();

        assertThat(alert("son-dong", AlertRule.COMPLETED).getFiredAt()).hasValue(now);
        assertThat(stateOf(AlertRule.BEHIND)).isEqualTo(AlertState.RESOLVED);
        assertThat(alert("son-dong", AlertRule.BEHIND).getSince()).isEqualTo(now);
    }

    @Test
    void shouldIgnoreSilenceOnceTheTargetIsReached() {
        muster.refer(drive().target("drive", "son-dong", 2));
        now = Instant.parse("2023-05-09T02:00:00Z");
        muster.state(
                aStatement().by("p1").in("son-dong").on("2023-05-01").recordedAt("2023-05-02T02:00:00Z"),
                aStatement().by("p2").in("son-dong").on("2023-05-02").recordedAt("2023-05-02T03:00:00Z"));
        assertThat(stateOf(AlertRule.SILENT)).isNull();

        target(3L);
        assertThat(stateOf(AlertRule.SILENT)).isEqualTo(AlertState.FIRING);

        muster.state(aStatement().by("p3").in("son-dong").on("2023-05-08").recordedAt("2023-05-09T01:00:00Z"));
        assertThat(stateOf(AlertRule.SILENT)).isEqualTo(AlertState.RESOLVED);
        assertThat(alert("son-dong", AlertRule.SILENT).getSince())
                .as("local midnight of the day that reached the target")
                .isEqualTo(Instant.parse("2023-05-07T17:00:00Z"));

        now = Instant.parse("2023-05-20T02:00:00Z");
        muster.flush();
        assertThat(stateOf(AlertRule.SILENT)).isEqualTo(AlertState.RESOLVED);

        target(4L);
        assertThat(stateOf(AlertRule.SILENT)).isEqualTo(AlertState.FIRING);
    }

    @Test
    void shouldIgnoreATargetOfZero() {
        muster.refer(drive().target("drive", "son-dong", 0));
        now = Instant.parse("2023-05-20T02:00:00Z");
        muster.state(aStatement().in("son-dong").on("2023-05-02"));

        assertThat(alerts()).isEmpty();
    }

    @Test
    void shouldEvaluateTheAreasBelowTheRootWhateverTheirLevel() {
        muster.refer(drive().area("mien-nui", "bac-giang", "vùng").target("drive", "mien-nui", 310));
        now = Instant.parse("2023-05-20T02:00:00Z");
        muster.flush();

        assertThat(alerts()).containsExactly("drive|mien-nui|BEHIND", "drive|mien-nui|SILENT");
    }

    @Test
    void shouldEvaluateNoOtherAreasByDefault() {
        muster.refer(drive().target("drive", "bac-giang", 310).target("drive", "tan-an", 310));
        now = Instant.parse("2023-05-20T02:00:00Z");
        muster.flush();

        assertThat(alerts()).isEmpty();
    }

    private static StatementBuilder[] statements(int count, String day, String recordedAt) {
        List<StatementBuilder> statements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statements.add(aStatement().by("p" + i).in("son-dong").on(day).recordedAt(recordedAt));
        }
        return statements.toArray(StatementBuilder[]::new);
    }

    private void target(@Nullable Long target) {
        muster.send(
                Topics.TARGETS,
                RecordKeys.target(campaignId("drive"), areaId("son-dong")),
                target == null ? null : new Target(target));
        muster.flush();
    }

    private @Nullable AlertState stateOf(AlertRule rule) {
        Alert alert = muster.published().latest(Topics.ALERTS).get(key("son-dong", rule));
        return alert == null ? null : alert.getState();
    }

    private Alert alert(String area, AlertRule rule) {
        return Objects.requireNonNull(muster.published().latest(Topics.ALERTS).get(key(area, rule)));
    }

    private static String key(String area, AlertRule rule) {
        return RecordKeys.alert(campaignId("drive"), areaId(area), rule.name());
    }

    private List<String> alerts() {
        return List.copyOf(muster.published().latest(Topics.ALERTS).keySet());
    }
}
