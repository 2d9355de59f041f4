package io.muster.domain.tally;

import io.muster.domain.DayMap;
import io.muster.domain.ledger.Subtotal;
import io.muster.domain.statement.RecordedTimes;
import io.muster.domain.statement.Segment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest subtotal of every cell of a campaign from every input partition. */
final class CellSums {

    /** Receives what cells gained or lost. */
    interface Receiver {

        /** The gains that follow are those of an area, as stated, on a day. */
        void at(String areaId, LocalDate day);

        void count(long enrolledBy, long withdrawnBy, RecordedTimes recorded);

        void segment(Segment segment, long enrolledBy);
    }

    /** Where what was gained is added up later, by a replay. */
    static final Receiver NOBODY = new Receiver() {
        @Override
        public void at(String areaId, LocalDate day) {}

        @Override
        public void count(long enrolledBy, long withdrawnBy, RecordedTimes recorded) {}

        @Override
        public void segment(Segment segment, long enrolledBy) {}
    };

    private final Map<String, DayMap<@Nullable Subtotal[]>> areas = new HashMap<>();

    /** Puts a subtotal in place of the one that the partition sent before, and hands on the difference. */
    void put(String areaId, LocalDate day, int partition, Subtotal subtotal, Receiver receiver) {
        Subtotal before = replace(areaId, day, partition, subtotal);
        receiver.at(areaId, day);
        receiver.count(
                subtotal.enrolled() - (before == null ? 0 : before.enrolled()),
                subtotal.withdrawn() - (before == null ? 0 : before.withdrawn()),
                subtotal.recorded());
        for (int i = 0; i < subtotal.segmentCount(); i++) {
            Segment segment = subtotal.segment(i);
            int earlier = before == null ? 0 : before.enrolledOf(segment);
            if (before == null || subtotal.enrolledOf(i) != earlier || !before.names(segment)) {
                receiver.segment(segment, subtotal.enrolledOf(i) - earlier);
            }
        }
    }

    private @Nullable Subtotal replace(String areaId, LocalDate day, int partition, Subtotal subtotal) {
        DayMap<@Nullable Subtotal[]> days = areas.computeIfAbsent(areaId, id -> new DayMap<>());
        @Nullable Subtotal[] ofPartitions = days.computeIfAbsent(day, () -> new Subtotal[partition + 1]);
        if (partition >= ofPartitions.length) {
            ofPartitions = Arrays.copyOf(ofPartitions, partition + 1);
            days.put(day, ofPartitions);
        }
        Subtotal before = ofPartitions[partition];
        ofPartitions[partition] = subtotal;
        return before;
    }

    /** Hands on all there is, as if nothing had been handed on before. */
    void replay(Receiver receiver) {
        areas.forEach((areaId, days) -> days.forEach((day, cell) -> handOn(areaId, day, cell, receiver)));
    }

    /** Hands on all of the days after one day, through another. */
    void replayBetween(LocalDate after, LocalDate through, Receiver receiver) {
        areas.forEach((areaId, days) ->
                days.forEachBetween(after, through, (day, cell) -> handOn(areaId, day, cell, receiver)));
    }

    private static void handOn(String areaId, LocalDate day, @Nullable Subtotal[] ofPartitions, Receiver receiver) {
        receiver.at(areaId, day);
        for (Subtotal subtotal : ofPartitions) {
            if (subtotal != null) {
                receiver.count(subtotal.enrolled(), subtotal.withdrawn(), subtotal.recorded());
                for (int i = 0; i < subtotal.segmentCount(); i++) {
                    receiver.segment(subtotal.segment(i), subtotal.enrolledOf(i));
                }
            }
        }
    }
}
