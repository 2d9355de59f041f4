package io.muster.streams.topology.stage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Decides when the tasks of a stream thread flush their dirty state. All tasks of a stage flush together, so that one
 * commit covers them: a commit costs the same for one record as for thousands. Fewer flushes also mean less work under
 * load, because a flush costs the same for one change of a cell as for a thousand. After each group of flushes the
 * stage therefore pauses for the longest of
 *
 * <ul>
 *   <li>the shortest pause;
 *   <li>a multiple of what a group of flushes costs, summed over all stages;
 *   <li>half the lag of the thread's records, at most ten seconds: while the thread catches up, fresh results matter
 *       less than throughput.
 * </ul>
 *
 * <p>If all tasks of the thread are idle, only the shortest pause applies, because nothing else needs the processor.
 *
 * <p>Each stream thread has its own pacer.
 */
public final class FlushPacer {

    /** The lag of a task that waits for records. */
    public static final long IDLE = -1;

    private static final long LONGEST_CATCH_UP_PAUSE_NANOS = 10_000_000_000L;

    private final long shortestPauseNanos;
    private final int pauseFactor;
    private final LongSupplier nanoClock;
    private final Map<Object, FlushGroup> groups = new HashMap<>();
    private final Map<Object, Long> lags = new HashMap<>();

    /**
     * @param shortestPauseNanos between two groups of the same stage
     * @param pauseFactor the pause is at least this many times the cost of one group of all stages
     * @param nanoClock as {@link System#nanoTime}
     */
    public FlushPacer(long shortestPauseNanos, int pauseFactor, LongSupplier nanoClock) {
        this.shortestPauseNanos = shortestPauseNanos;
        this.pauseFactor = pauseFactor;
        this.nanoClock = nanoClock;
    }

    /** @param lagNanos how far the task's records lag behind, or {@link #IDLE} */
    public void setLag(Object task, long lagNanos) {
        lags.put(task, lagNanos);
    }

    /**
     * Flushes a task, unless the stage still pauses.
     *
     * @param flush returns whether it forwarded anything; if not, no pause follows
     */
    public void run(Object stage, Object task, BooleanSupplier flush) {
        long now = nanoClock.getAsLong();
        FlushGroup group = groups.computeIfAbsent(stage, s -> new FlushGroup());
        boolean joins = !group.contains(task) && now - group.endedAt < shortestPauseNanos;
        if (!joins && !group.isEmpty() && now - group.endedAt < pause()) {
            return;
        }
        if (flush.getAsBoolean()) {
            group.add(task, joins, now, nanoClock.getAsLong());
        }
    }

    /** Forgets a task that no longer runs on this thread. */
    public void forget(Object stage, Object task) {
        lags.remove(task);
        FlushGroup group = groups.get(stage);
        if (group != null) {
            group.remove(task);
            if (group.isEmpty()) {
                groups.remove(stage);
            }
        }
    }

    private long pause() {
        long lag = lags.values().stream().mapToLong(Long::longValue).max().orElse(IDLE);
        if (lag == IDLE) {
            return shortestPauseNanos;
        }
        long cost = groups.values().stream().mapToLong(group -> group.cost).sum();
        return Math.max(
                Math.max(shortestPauseNanos, pauseFactor * cost), Math.min(LONGEST_CATCH_UP_PAUSE_NANOS, lag / 2));
    }

    /** The latest flushes of a stage's tasks that one commit covers. */
    private static final class FlushGroup {
        private final Set<Object> tasks = new HashSet<>();
        private long endedAt;
        private long cost;

        boolean isEmpty() {
            return tasks.isEmpty();
        }

        boolean contains(Object task) {
            return tasks.contains(task);
        }

        /** @param joins whether the flush belongs to this group; otherwise it starts the next one */
        void add(Object task, boolean joins, long from, long to) {
            if (!joins) {
                tasks.clear();
                cost = 0;
            }
            tasks.add(task);
            cost += to - from;
            endedAt = to;
        }

        void remove(Object task) {
            tasks.remove(task);
        }
    }
}
