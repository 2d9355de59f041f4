package io.muster.board;

import io.muster.contract.mapping.HeartbeatMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.tally.CountingState;
import io.muster.domain.tally.CountingState.Heard;
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
 * zero, even if the clocks of the two machines differ. The age of an earlier heartbeat is computed from its timestamp.
 * A wrong clock must not raise a false alarm: if the latest heartbeat of a partition is an earlier one and is old, the
 * partition is reported as stopped only after the reader has been live for the full silence interval.
 *
 * <p>Written by one thread, read by any thread.
 */
final class HeartbeatTracker {

    private final Map<String, Entry> latest = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private volatile @Nullable Long liveSince;

    /**
     * @param ageAtFirst age of the heartbeat when it was read
     * @param readAt time of the nano clock when it was read
     */
    private record Entry(
            io.muster.domain.tally.Heartbeat heartbeat, Duration ageAtFirst, boolean heardLive, long readAt) {

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
     * @param clock determines the age of heartbeats read before the reader is live
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
