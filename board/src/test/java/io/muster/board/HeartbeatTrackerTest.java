package io.muster.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.mapping.HeartbeatMapping;
import io.muster.domain.tally.CountingState;
import io.muster.domain.tally.CountingState.Name;
import io.muster.domain.tally.Heartbeat.Stage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeartbeatTrackerTest {

    private static final Instant START = Instant.parse("2023-05-18T07:00:00Z");

    private Duration passed = Duration.ZERO;
    private Duration clockAhead = Duration.ZERO;
    private final HeartbeatTracker tracker = new HeartbeatTracker(() -> now().plus(clockAhead), () -> passed.toNanos());

    @Test
    void shouldBeUnknownBeforeTheTopicIsRead() {
        hear("muster", now());
        assertThat(tracker.state()).isEqualTo(new CountingState.Unknown());
    }

    @Test
    void shouldDetectWithinFifteenSecondsThatCountingStopped() {
        tracker.live();
        hear("muster", now());
        assertThat(tracker.state().name()).isEqualTo(Name.UP_TO_DATE);

        pass(Duration.ofSeconds(9));
        assertThat(tracker.state().name()).isEqualTo(Name.UP_TO_DATE);
        pass(Duration.ofSeconds(2));

        assertThat(tracker.state()).isEqualTo(new CountingState.Stopped(START, 1, 1));
    }

    @Test
    void shouldDetectThatCountingResumed() {
        tracker.live();
        hear("muster", now());
        pass(Duration.ofMinutes(1));
        hear("muster", now());

        assertThat(tracker.state().name()).isEqualTo(Name.UP_TO_DATE);
    }

    @Test
    void shouldNotReportAStopBecauseOfAWrongClock() {
        clockAhead = Duration.ofHours(1);
        hear("muster", now());
        tracker.live();
        assertThat(tracker.state().name()).isEqualTo(Name.UNKNOWN);

        pass(Duration.ofSeconds(3));
        hear("muster", now());

        assertThat(tracker.state().name()).isEqualTo(Name.UP_TO_DATE);
    }

    @Test
    void shouldReportThatCountingStoppedBeforeTheReaderStarted() {
        hear("muster", now().minus(Duration.ofHours(2)));
        tracker.live();
        assertThat(tracker.state().name()).isEqualTo(Name.UNKNOWN);

        pass(Duration.ofSeconds(11));

        assertThat(tracker.state()).isEqualTo(new CountingState.Stopped(START.minus(Duration.ofHours(2)), 1, 1));
    }

    @Test
    void shouldJudgeImmediatelyForASingleRead() {
        hear("muster", now().minus(Duration.ofHours(2)));

        assertThat(tracker.stateAtOnce().name()).isEqualTo(Name.STOPPED);
    }

    @Test
    void shouldBeUnknownWhileTheReaderReceivesNothing() {
        tracker.live();
        hear("muster", now());
        tracker.deaf();
        pass(Duration.ofMinutes(5));

        assertThat(tracker.state()).isEqualTo(new CountingState.Unknown());
    }

    private Instant now() {
        return START.plus(passed);
    }

    private void pass(Duration time) {
        passed = passed.plus(time);
    }

    private void hear(String applicationId, Instant at) {
        var heartbeat = new io.muster.domain.tally.Heartbeat(applicationId, Stage.LEDGER, 0, 5L, START, 0L, at);
        tracker.feed()
                .handler()
                .put(HeartbeatMapping.key(heartbeat), HeartbeatMapping.toAvro(heartbeat), new RecordLocation(0, 0, at));
    }
}
