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
 * The latest heartbeats, and how long ago they were heard. One that comes while the reader is live was sent just now, whatever the clocks of both sides
 * say. Of one that was there before only its time tells how old it is; a reader whose clock is wrong must not raise an alarm, so it waits for the next
 * before it calls such a partition stopped.
 *
 * <p>Written by one thread, read by any.
 */
final class HeartbeatBook {

    private final Map<String, Entry> latest = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private volatile @Nullable Long liveSince;

    /**
     * @param ageAtFirst how old it was when it was read, by its time
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
     * @param clock tells the age of what was there before
     * @param nanoClock as {@link System#nanoTime}
     */
    HeartbeatBook(InstantSource clock, LongSupplier nanoClock) {
        this.clock = clock;
        this.nanoClock = nanoClock;
    }

    Feed<Heartbeat> feed() {
        return new Feed<>(Topics.HEARTBEATS, this::put);
    }

    private void put(String key, @Nullable Heartbeat value, Origin origin) {
        boolean isLive = liveSince != null;
        Entry entry = value == null
                ? null
                : new Entry(
                        HeartbeatMapping.fromAvro(value),
                        isLive ? Duration.ZERO : age(origin.at()),
                        isLive,
                        nanoClock.getAsLong());
        Entries.put(latest, key, entry);
    }

    private Duration age(Instant at) {
        Duration age = Duration.between(at, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** The reader has read all there is; from now on what comes is new. */
    void live() {
        if (liveSince == null) {
            liveSince = nanoClock.getAsLong();
        }
    }

    /** The reader does not hear what is new. */
    void deaf() {
        liveSince = null;
    }

    /** Whether the application that counts is up to date; not known while this reader itself is not. */
    CountingState state() {
        Long since = liveSince;
        if (since == null) {
            return new CountingState.Unknown();
        }
        long now = nanoClock.getAsLong();
        boolean isUnproven = latest.values().stream().anyMatch(entry -> entry.isUnproven(now, since));
        return isUnproven ? new CountingState.Unknown() : judged(now);
    }

    /** The same for one who reads once, and cannot wait for the next heartbeat. */
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
