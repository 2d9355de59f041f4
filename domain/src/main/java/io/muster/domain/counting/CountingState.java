package io.muster.domain.counting;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the published figures are those of all statements there are. */
public sealed interface CountingState {

    /** After that long without a heartbeat a partition is not counted. Heartbeats come every three seconds. */
    Duration SILENCE = Duration.ofSeconds(10);

    /** What waits for less than that is on its way. */
    Duration MOMENT = Duration.ofSeconds(5);

    /** No heartbeat was ever heard: an application of an earlier version, or none yet. */
    record Unknown() implements CountingState {
        @Override
        public Name name() {
            return Name.UNKNOWN;
        }
    }

    /**
     * All that came in is counted.
     *
     * @param lastRecord Kafka timestamp of the last statement; null where none came since the application started
     */
    record UpToDate(@Nullable Instant lastRecord) implements CountingState {
        @Override
        public Name name() {
            return Name.UP_TO_DATE;
        }
    }

    /**
     * The application counts, and has statements before it.
     *
     * @param records that it has not taken yet
     * @param by how long the oldest of them waits at least
     */
    record Behind(long records, Duration by) implements CountingState {
        @Override
        public Name name() {
            return Name.BEHIND;
        }
    }

    /**
     * Some partitions are not counted.
     *
     * @param since the last sign of the one that is silent for longest
     * @param silent how many partitions of both stages are silent
     * @param all how many partitions of both stages there are
     */
    record Stopped(Instant since, int silent, int all) implements CountingState {

        /** Whether nothing is counted at all. */
        public boolean isWhole() {
            return silent == all;
        }

        @Override
        public Name name() {
            return Name.STOPPED;
        }
    }

    /** How it is called in answers and metrics. */
    Name name();

    /** The names of the states. */
    enum Name {
        UNKNOWN,
        UP_TO_DATE,
        BEHIND,
        STOPPED
    }

    /**
     * A heartbeat as a reader knows it.
     *
     * @param age how long ago the reader heard it
     */
    record Heard(Heartbeat heartbeat, Duration age) {}

    /**
     * Judges by the latest heartbeat of every application, stage and partition. The application that was heard last is the one that counts: others
     * were succeeded by it.
     */
    static CountingState of(Collection<Heard> latest) {
        String counts = latest.stream()
                .min(Comparator.comparing(Heard::age))
                .map(heard -> heard.heartbeat().applicationId())
                .orElse(null);
        if (counts == null) {
            return new Unknown();
        }
        List<Heard> heard = latest.stream()
                .filter(of -> of.heartbeat().applicationId().equals(counts))
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
            // what is taken has a time; a task that took nothing yet and has records before it has only begun
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
