package io.muster.streams.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Says when a stage hands on what changed. A round costs the same for one change as for a thousand changes of the same cell, so
 * under load fewer rounds mean more statements a second: the pause after a round is a multiple of what a round of all the
 * stages on the thread costs. The pause never depends on how many records came, as that would feed back on itself.
 *
 * <p>One for each stream thread.
 */
public final class RoundPacer {

    private final long shortestPauseNanos;
    private final int pauseFactor;
    private final LongSupplier nanoClock;
    private final Map<Object, Round> rounds = new HashMap<>();

    /**
     * @param shortestPauseNanos between two rounds of the same stage
     * @param pauseFactor the pause is at least that many times the cost of one round of all stages
     * @param nanoClock as {@link System#nanoTime}
     */
    public RoundPacer(long shortestPauseNanos, int pauseFactor, LongSupplier nanoClock) {
        this.shortestPauseNanos = shortestPauseNanos;
        this.pauseFactor = pauseFactor;
        this.nanoClock = nanoClock;
    }

    /** Runs a round of that stage, unless it is too early. */
    public void run(Object stage, Runnable round) {
        long now = nanoClock.getAsLong();
        Round last = rounds.get(stage);
        if (last != null && now - last.endedAt < Math.max(shortestPauseNanos, pauseFactor * costOfAll())) {
            return;
        }
        round.run();
        long ended = nanoClock.getAsLong();
        rounds.put(stage, new Round(ended, ended - now));
    }

    /** Forgets a stage that no longer runs on this thread. */
    public void forget(Object stage) {
        rounds.remove(stage);
    }

    private long costOfAll() {
        return rounds.values().stream().mapToLong(Round::cost).sum();
    }

    private record Round(long endedAt, long cost) {}
}
