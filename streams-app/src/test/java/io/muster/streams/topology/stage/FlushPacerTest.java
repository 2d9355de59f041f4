package io.muster.streams.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlushPacerTest {

    private static final int SHORTEST_PAUSE = 20;
    private static final int FACTOR = 4;

    private long now = 1_000;
    private final List<String> ran = new ArrayList<>();
    private final FlushPacer pacer = new FlushPacer(SHORTEST_PAUSE, FACTOR, () -> now);

    @Test
    void shouldRunTheFirstFlushAtOnce() {
        run("ledger", "0", 0);

        assertThat(ran).containsExactly("ledger 0");
    }

    @Test
    void shouldUseTheShortestPauseAfterAFlushWithoutCost() {
        run("ledger", "0", 0);

        now += SHORTEST_PAUSE - 1;
        run("ledger", "0", 0);
        assertThat(ran).hasSize(1);

        now += 1;
        run("ledger", "0", 0);
        assertThat(ran).hasSize(2);
    }

    @Test
    void shouldFlushAllTasksOfAStageTogether() {
        run("ledger", "0", 5);
        run("ledger", "1", 5);
        now += FACTOR * 10 - 1;
        run("ledger", "0", 5);
        run("ledger", "1", 5);
        assertThat(ran).containsExactly("ledger 0", "ledger 1");

        now += 1;
        run("ledger", "0", 5);
        run("ledger", "1", 5);
        run("ledger", "0", 5);

        assertThat(ran).containsExactly("ledger 0", "ledger 1", "ledger 0", "ledger 1");
    }

    @Test
    void shouldDelayATaskThatMissedAFlushGroupToTheNextOne() {
        run("ledger", "0", 10);

        now += SHORTEST_PAUSE;
        run("ledger", "1", 0);
        assertThat(ran).containsExactly("ledger 0");

        now += FACTOR * 10;
        run("ledger", "1", 0);
        assertThat(ran).containsExactly("ledger 0", "ledger 1");
    }

    @Test
    void shouldUseTheShortestPauseIfAllTasksAreIdle() {
        run("ledger", "0", 100);
        pacer.setLag("0", FlushPacer.IDLE);
        now += SHORTEST_PAUSE;
        pacer.run("ledger", "0", () -> ran.add("idle"));
        assertThat(ran).containsExactly("ledger 0", "idle");

        run("ledger", "1", 100);
        now += SHORTEST_PAUSE;
        pacer.run("ledger", "0", () -> ran.add("idle, but not the other task"));
        assertThat(ran).doesNotContain("idle, but not the other task");
    }

    @Test
    void shouldNotPauseAfterAFlushThatForwardedNothing() {
        pacer.run("tally", "0", () -> false);
        run("tally", "0", 0);

        assertThat(ran).containsExactly("tally 0");
    }

    @Test
    void shouldPauseInProportionToTheCostOfAllStages() {
        run("ledger", "0", 100);
        run("tally", "0", 50);

        now += FACTOR * 150 - 1;
        run("tally", "0", 0);
        assertThat(ran).hasSize(2);

        now += 1;
        run("tally", "0", 0);
        assertThat(ran).hasSize(3);
    }

    @Test
    void shouldForgetTheCostOfAStageThatNoLongerRuns() {
        run("ledger", "0", 100);
        run("tally", "0", 50);

        pacer.forget("ledger", "0");
        now += FACTOR * 50;
        run("tally", "0", 0);

        assertThat(ran).hasSize(3);
    }

    @Test
    void shouldShortenThePauseOnceFlushesAreCheap() {
        run("ledger", "0", 100);
        now += FACTOR * 100;
        run("ledger", "0", 1);
        now += SHORTEST_PAUSE;

        run("ledger", "0", 1);

        assertThat(ran).hasSize(3);
    }

    @Test
    void shouldPauseForHalfTheLagOfTheStage() {
        run("ledger", "0", 0);

        now += 99;
        runLagging("0", 200);
        assertThat(ran).hasSize(1);

        now += 1;
        runLagging("0", 200);
        assertThat(ran).hasSize(2);
    }

    @Test
    void shouldUseTheLargestLagOfAllTasks() {
        run("ledger", "0", 0);
        runLagging("1", 2_000);

        now += 999;
        run("ledger", "0", 0);

        assertThat(ran).containsExactly("ledger 0", "ledger 1");
    }

    @Test
    void shouldLimitThePauseForVeryOldRecords() {
        run("ledger", "0", 0);

        now += TimeUnit.SECONDS.toNanos(10);
        runLagging("0", TimeUnit.DAYS.toNanos(365));

        assertThat(ran).hasSize(2);
    }

    private void run(String stage, String task, int cost) {
        run(stage, task, 0, cost);
    }

    private void runLagging(String task, long lag) {
        run("ledger", task, lag, 0);
    }

    private void run(String stage, String task, long lag, int cost) {
        pacer.setLag(task, lag);
        pacer.run(stage, task, () -> {
            ran.add(stage + ' ' + task);
            now += cost;
            return true;
        });
    }
}
