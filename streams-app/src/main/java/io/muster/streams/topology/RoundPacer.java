package io.muster.streams.topology;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Says when the tasks of a stream thread hand on what changed. The tasks of a stage do it in one beat, so that one commit covers
 * them all: a commit costs the same for one record as for thousands. So does a round for one change as for a thousand changes of
 * the same cell; under load fewer rounds mean more statements a second. Hence a beat is followed by a pause
 *
 * <ul>
 *   <li>of a multiple of what a beat of all the stages costs;
 *   <li>of at least half the time by which the records of the thread lag behind, ten seconds at most: who catches up is not in a
 *       hurry to say where he is.
 * </ul>
 *
 * <p>One for each stream thread.
 */
public final class RoundPacer {

    private static final long LONGEST_CATCH_UP_PAUSE_NANOS = 10_000_000_000L;

    private final long shortestPauseNanos;
    private final int pauseFactor;
    private final LongSupplier nanoClock;
    private final Map<Object, Beat> beats = new HashMap<>();
    private final Map<Object, Long> lags = new HashMap<>();

    /**
     * @param shortestPauseNanos between two beats of the same stage
     * @param pauseFactor the pause is at least that many times the cost of one beat of all stages
     * @param nanoClock as {@link System#nanoTime}
     */
    public RoundPacer(long shortestPauseNanos, int pauseFactor, LongSupplier nanoClock) {
        this.shortestPauseNanos = shortestPauseNanos;
        this.pauseFactor = pauseFactor;
        this.nanoClock = nanoClock;
    }

    /**
     * Runs the round of a task, unless it is too early.
     *
     * @param lagNanos by how much the records that the task takes lag behind; 0 if it takes none
     * @param round answers whether it handed on anything; if not, it may be run again at once
     */
    public void run(Object stage, Object task, long lagNanos, BooleanSupplier round) {
        long now = nanoClock.getAsLong();
        Beat beat = beats.computeIfAbsent(stage, s -> new Beat());
        lags.put(task, lagNanos);
        boolean joins = !beat.isIn(task) && now - beat.endedAt < shortestPauseNanos;
        if (!joins && !beat.isFirst() && now - beat.endedAt < pause()) {
            return;
        }
        if (round.getAsBoolean()) {
            beat.took(task, joins, now, nanoClock.getAsLong());
        }
    }

    /** Forgets a task that no longer runs on this thread. */
    public void forget(Object stage, Object task) {
        lags.remove(task);
        Beat beat = beats.get(stage);
        if (beat != null && beat.forget(task)) {
            beats.remove(stage);
        }
    }

    private long pause() {
        long cost = beats.values().stream().mapToLong(beat -> beat.cost).sum();
        long lag = lags.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return Math.max(
                Math.max(shortestPauseNanos, pauseFactor * cost), Math.min(LONGEST_CATCH_UP_PAUSE_NANOS, lag / 2));
    }

    /** The rounds of a stage's tasks that belong together. */
    private static final class Beat {
        private final Set<Object> tasks = new HashSet<>();
        private long endedAt;
        private long cost;

        boolean isFirst() {
            return tasks.isEmpty();
        }

        boolean isIn(Object task) {
            return tasks.contains(task);
        }

        void took(Object task, boolean joins, long from, long to) {
            if (!joins) {
                tasks.clear();
                cost = 0;
            }
            tasks.add(task);
            cost += to - from;
            endedAt = to;
        }

        /** @return whether nobody is left */
        boolean forget(Object task) {
            tasks.remove(task);
            return tasks.isEmpty();
        }
    }
}
