package io.muster.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundPacerTest {

    private static final int SHORTEST_PAUSE = 20;
    private static final int FACTOR = 4;

    private long now = 1_000;
    private int rounds;
    private final RoundPacer pacer = new RoundPacer(SHORTEST_PAUSE, FACTOR, () -> now);

    @Test
    void shouldRunTheFirstRoundOfAStageAtOnce() {
        run("ledger", 0);

        assertThat(rounds).isEqualTo(1);
    }

    @Test
    void shouldPauseTheShortestTimeAfterARoundThatCostNothing() {
        run("ledger", 0);

        now += SHORTEST_PAUSE - 1;
        run("ledger", 0);
        assertThat(rounds).isEqualTo(1);

        now += 1;
        run("ledger", 0);
        assertThat(rounds).isEqualTo(2);
    }

    @Test
    void shouldPauseAMultipleOfWhatTheRoundCost() {
        run("ledger", 100);

        now += FACTOR * 100 - 1;
        run("ledger", 0);
        assertThat(rounds).isEqualTo(1);

        now += 1;
        run("ledger", 0);
        assertThat(rounds).isEqualTo(2);
    }

    @Test
    void shouldPauseForTheCostOfAllStagesOfTheThread() {
        run("ledger", 100);
        run("tally", 50);

        now += FACTOR * 150 - 1;
        run("tally", 0);
        assertThat(rounds).isEqualTo(2);

        now += 1;
        run("tally", 0);
        assertThat(rounds).isEqualTo(3);
    }

    @Test
    void shouldForgetTheCostOfAStageThatNoLongerRuns() {
        run("ledger", 100);
        run("tally", 50);

        pacer.forget("ledger");
        now += FACTOR * 50;
        run("tally", 0);

        assertThat(rounds).isEqualTo(3);
    }

    @Test
    void shouldRunEarlierAgainOnceRoundsAreCheap() {
        run("ledger", 100);
        now += FACTOR * 100;
        run("ledger", 1);
        now += SHORTEST_PAUSE;

        run("ledger", 1);

        assertThat(rounds).isEqualTo(3);
    }

    private void run(String stage, int cost) {
        pacer.run(stage, () -> {
            rounds++;
            now += cost;
        });
    }
}
