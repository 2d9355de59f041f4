package io.muster.domain.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the published figures include all statements that have arrived. */
public sealed interface CountingState {

    /**
     * A partition without a heartbeat for longer than this is not being counted. Heartbeats come every three seconds.
     */
    Duration SILENCE = Duration.ofSeconds(10);

    /** Records that have waited for less than this are not a backlog. */
    Duration MOMENT = Duration.ofSeconds(5);

    /** No heartbeat was ever received: the application has not started yet, or its version sends none. */
    record Unknown() implements CountingState {
        @Override
        public Name name() {
            return Name.UNKNOWN;
        }
    }

    /**
     * All records that have arrived are counted.
     *
     * @param lastRecord Kafka timestamp of the last statement counted; null if none was counted since the application
     *     started
     */
    record UpToDate(@Nullable Instant lastRecord) implements CountingState {
        @Override
        public Name name() {
            return Name.UP_TO_DATE;
        }
    }

    /**
     * The application is counting, and has a backlog.
     *
     * @param records that it has not yet taken from its input
     * @param by the longest time, among partitions with a backlog, from the Kafka timestamp of the last record counted
     *     to the heartbeat; {@link #MOMENT} for a partition whose task has counted no record yet
     */
    record Behind(long records, Duration by) implements CountingState {
        @Override
        public Name name() {
            return Name.BEHIND;
        }
    }

    /**
     * Some partitions are not being counted.
     *
     * @param since time of the last heartbeat of the partition that has been silent longest
     * @param silent the number of silent partitions, of both stages
     * @param all the number of partitions, of both stages
     */
    record Stopped(Instant since, int silent, int all) implements CountingState {

        /** Whether no partition is being counted. */
        public boolean isWhole() {
            return silent == all;
        }

        @Override
        public Name name() {
            return Name.STOPPED;
        }
    }

    /** The name of the state in responses and metrics. */
    Name name();

    /** The names of the states. */
    enum Name {
        UNKNOWN,
        UP_TO_DATE,
        BEHIND,
        STOPPED
    }

    /**
     * A heartbeat as a reader received it.
     *
     * @param age the time since the reader received it
     */
    record Heard(Heartbeat heartbeat, Duration age) {}

    /**
     * Judges by the latest heartbeat of each application, stage and partition. Only the application with the latest
     * heartbeat counts: it has succeeded the others.
     */
    static CountingState of(Collection<Heard> latest) {
        String activeId = latest.stream()
                .min(Comparator.comparing(Heard::age))
                .map(heard -> heard.heartbeat().applicationId())
                .orElse(null);
        if (activeId == null) {
            return new Unknown();
        }
        List<Heard> heard = latest.stream()
                .filter(of -> of.heartbeat().applicationId().equals(activeId))
                .toList();
        List<Heartbeat> silent = heard.stream()
                .filter(of -> of.age().compareTo(SILENCE) > 0)
                .map(Heard::heartbeat)
                .toList();
        if (!silent.isEmpty()) {
            Instant since = silent.stream()
                    .map(Heartbeat::at)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            return new Stopped(since, silent.size(), heard.size());
        }
        return ofCounted(heard.stream().map(Heard::heartbeat).toList());
    }

    private static CountingState ofCounted(List<Heartbeat> heartbeats) {
        long records = 0;
        Duration by = Duration.ZERO;
        Instant last = null;
        for (Heartbeat heartbeat : heartbeats) {
            Instant recordTime = heartbeat.recordTime();
            // without a record time, the task has counted no record since it started; its backlog is reported at once
            Duration waits = recordTime == null ? MOMENT : Duration.between(recordTime, heartbeat.at());
            if (heartbeat.remaining() != null && heartbeat.remaining() > 0 && waits.compareTo(MOMENT) >= 0) {
                records += heartbeat.remaining();
                by = waits.compareTo(by) > 0 ? waits : by;
            }
            if (recordTime != null
                    && heartbeat.stage() == Heartbeat.Stage.LEDGER
                    && (last == null || recordTime.isAfter(last))) {
                last = recordTime;
            }
        }
        return records > 0 ? new Behind(records, by) : new UpToDate(last);
    }
}
