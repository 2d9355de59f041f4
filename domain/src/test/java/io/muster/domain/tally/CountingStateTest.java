package io.muster.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.tally.CountingState.Behind;
import io.muster.domain.tally.CountingState.Heard;
import io.muster.domain.tally.CountingState.Stopped;
import io.muster.domain.tally.CountingState.Unknown;
import io.muster.domain.tally.CountingState.UpToDate;
import io.muster.domain.tally.Heartbeat.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountingStateTest {

    private static final Instant AT = Instant.parse("2023-05-18T07:05:00Z");
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration OLD = Duration.ofMinutes(5);

    @Test
    void shouldBeUnknownWithoutHeartbeats() {
        assertThat(CountingState.of(List.of())).isEqualTo(new Unknown());
    }

    @Test
    void shouldBeUpToDateWhenNoStatementsArrive() {
        assertThat(CountingState.of(List.of(
                        heard("muster", Stage.LEDGER, 0, FRESH, AT.minusSeconds(7200), 0L),
                        heard("muster", Stage.LEDGER, 1, FRESH, AT.minusSeconds(3600), 0L),
                        heard("muster", Stage.TALLY, 0, FRESH, AT, 0L))))
                .isEqualTo(new UpToDate(AT.minusSeconds(3600)));
    }

    @Test
    void shouldBeUpToDateWhileStatementsAreCountedPromptly() {
        assertThat(CountingState.of(List.of(heard("muster", Stage.LEDGER, 0, FRESH, AT.minusMillis(200), 150L))))
                .isEqualTo(new UpToDate(AT.minusMillis(200)));
    }

    @Test
    void shouldAddUpTheLagOfAllPartitions() {
        assertThat(CountingState.of(List.of(
                        heard("muster", Stage.LEDGER, 0, FRESH, AT.minusSeconds(60), 1000L),
                        heard("muster", Stage.LEDGER, 1, FRESH, AT.minusSeconds(90), 200L),
                        heard("muster", Stage.TALLY, 0, FRESH, AT, 0L))))
                .isEqualTo(new Behind(1200, Duration.ofSeconds(90)));
    }

    @Test
    void shouldBeBehindBeforeTheFirstRecordIsCounted() {
        assertThat(CountingState.of(List.of(heard("muster", Stage.LEDGER, 0, FRESH, null, 7L))))
                .isInstanceOf(Behind.class);
    }

    @Test
    void shouldBeStoppedSinceTheLastHeartbeat() {
        Stopped stopped = (Stopped) CountingState.of(
                List.of(heard("muster", Stage.LEDGER, 0, OLD, AT, 0L), heard("muster", Stage.TALLY, 0, OLD, AT, 0L)));

        assertThat(stopped).isEqualTo(new Stopped(AT, 2, 2));
        assertThat(stopped.isWhole()).isTrue();
    }

    @Test
    void shouldReportOneSilentPartitionOfOneStage() {
        Stopped stopped = (Stopped) CountingState.of(
                List.of(heard("muster", Stage.LEDGER, 0, FRESH, AT, 0L), heard("muster", Stage.TALLY, 0, OLD, AT, 0L)));

        assertThat(stopped).isEqualTo(new Stopped(AT, 1, 2));
        assertThat(stopped.isWhole()).isFalse();
    }

    @Test
    void shouldTolerateOneLateHeartbeat() {
        assertThat(CountingState.of(List.of(heard("muster", Stage.LEDGER, 0, CountingState.SILENCE, AT, 0L))))
                .isInstanceOf(UpToDate.class);
    }

    @Test
    void shouldJudgeByTheSuccessorOnceItSendsHeartbeats() {
        assertThat(CountingState.of(List.of(
                        heard("muster", Stage.LEDGER, 0, OLD, AT, 0L),
                        heard("muster-2", Stage.LEDGER, 0, FRESH, AT, 0L))))
                .isEqualTo(new UpToDate(AT));
    }

    private static Heard heard(
            String applicationId,
            Stage stage,
            int partition,
            Duration age,
            @Nullable Instant recordTime,
            @Nullable Long remaining) {
        return new Heard(new Heartbeat(applicationId, stage, partition, 5L, recordTime, remaining, AT), age);
    }
}
