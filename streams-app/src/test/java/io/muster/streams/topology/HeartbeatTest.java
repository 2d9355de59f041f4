package io.muster.streams.topology;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topics;
import io.muster.schema.CountingStage;
import io.muster.schema.Heartbeat;
import io.muster.streams.topology.stage.TaskHeartbeat;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "ledger in {0}")
@EnumSource
class HeartbeatTest {

    private final TopologyHarness muster;

    HeartbeatTest(LedgerStore ledgerStore) {
        muster = new TopologyHarness(ledgerStore);
    }

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldBePublishedByAnIdleApplication() {
        muster.pass(TaskHeartbeat.EVERY);

        assertThat(muster.published().latest(Topics.HEARTBEATS)).containsOnlyKeys("test|ledger|0", "test|tally|0");
        assertThat(latest("ledger").getRecordTime()).isEmpty();
    }

    @Test
    void shouldReportHowFarEachStageHasCounted() {
        muster.state(aStatement().by("p1"), aStatement().by("p2"));
        muster.pass(TaskHeartbeat.EVERY);

        Heartbeat ledger = latest("ledger");
        assertThat(ledger.getStage()).isEqualTo(CountingStage.LEDGER);
        assertThat(ledger.getCountedThrough()).hasValue(2L);
        assertThat(ledger.getRecordTime())
                .hasValue(aStatement().build().recordedAt().plusSeconds(1));
        assertThat(latest("tally").getStage()).isEqualTo(CountingStage.TALLY);
        assertThat(latest("tally").getCountedThrough()).isPresent();
    }

    @Test
    void shouldBePublishedPeriodically() {
        muster.pass(TaskHeartbeat.EVERY);
        muster.published().written(Topics.HEARTBEATS);

        muster.pass(TaskHeartbeat.EVERY);

        assertThat(muster.published().written(Topics.HEARTBEATS))
                .extracting(TestRecord::key)
                .containsExactlyInAnyOrder("test|ledger|0", "test|tally|0");
        assertThat(latest("ledger").getAt()).isAfter(Instant.EPOCH);
    }

    private Heartbeat latest(String stage) {
        return Objects.requireNonNull(
                muster.published().latest(Topics.HEARTBEATS).get("test|" + stage + "|0"), stage);
    }
}
