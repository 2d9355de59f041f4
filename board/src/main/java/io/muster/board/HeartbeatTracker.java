package io.muster.board;

import io.muster.contract.mapping.HeartbeatMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.counting.CountingState;
import io.muster.domain.counting.CountingState.Heard;
import io.muster.schema.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the latest heartbeat of each partition and its age. A heartbeat that arrives while the reader is live has age
 * zero, whatever the clocks of both machines say. The age of an earlier heartbeat follows from its timestamp. Because a
 * wrong clock must not raise a false alarm, a partition with an old heartbeat is reported as stopped only after the
 * reader was live for the full silence interval.
 *
 * <p>Written by one thread, read by any thread.
 */
final class HeartbeatTracker {

    private final Map<String, Entry> latest = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private volatile @Nullable Long liveSince;

    /**
     * @param ageAtFirst its age when it was read, by its timestamp
     * @param readAt on the nano clock
     */
    private record Entry(
            io.muster.domain.counting.Heartbeat heartbeat, Duration ageAtFirst, boolean heardLive, long readAt) {

        Duration age(long now) {
            return ageAtFirst.plusNanos(now - readAt);
        }

        boolean isUnproven(long now, long liveSince) {
            return !heardLive
                    && age(now).compareTo(CountingState.SILENCE) > 0
                    && now - liveSince <= CountingState.SILENCE.toNanos();
        }
    }

    /**
     * @param clock for the age of heartbeats read before the reader is live
     * @param nanoClock as {@link System#nanoTime}
     */
    HeartbeatTracker(InstantSource clock, LongSupplier nanoClock) {
        this.clock = clock;
        this.nanoClock = nanoClock;
    }

    Feed<Heartbeat> feed() {
        return new Feed<>(Topics.HEARTBEATS, this::put);
    }

    private void put(String key, @Nullable Heartbeat value, RecordLocation location) {
        boolean isLive = liveSince != null;
        Entry entry = value == null
                ? null
                : new Entry(
                        HeartbeatMapping.fromAvro(value),
                        isLive ? Duration.ZERO : age(location.timestamp()),
                        isLive,
                        nanoClock.getAsLong());
        Maps.putOrRemove(latest, key, entry);
    }

    private Duration age(Instant at) {
        Duration age = Duration.between(at, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** The reader has caught up. Heartbeats that arrive from now on are new. */
    void live() {
        if (liveSince == null) {
            liveSince = nanoClock.getAsLong();
        }
    }

    /** The reader no longer receives new heartbeats. */
    void deaf() {
        liveSince = null;
    }

    /** Whether the streams application is up to date; unknown while this reader is not live. */
    CountingState state() {
        Long since = liveSince;
        if (since == null) {
            return new CountingState.Unknown();
        }
        long now = nanoClock.getAsLong();
        boolean isUnproven = latest.values().stream().anyMatch(entry -> entry.isUnproven(now, since));
        return isUnproven ? new CountingState.Unknown() : judged(now);
    }

    /** Like {@link #state()}, for a reader that does not wait for further heartbeats. */
    CountingState stateAtOnce() {
        return judged(nanoClock.getAsLong());
    }

    private CountingState judged(long now) {
        return CountingState.of(latest.values().stream()
                .map(entry -> new Heard(entry.heartbeat, entry.age(now)))
                .toList());
    }

    void clear() {
        latest.clear();
    }
}
