package io.muster.domain.tally;

import io.muster.domain.AreaId;
import io.muster.domain.DayMap;
import io.muster.domain.ledger.OddSource;
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

    /** Receives the differences by which cells changed. */
    interface Receiver {

        /** Selects the cell that the following differences belong to: an area as stated, and a day. */
        void at(AreaId areaId, LocalDate day);

        void count(long enrolledBy, long withdrawnBy, RecordedTimes recorded);

        void segment(Segment segment, long enrolledBy);

        void odd(OddSource source, long by);
    }

    /** Ignores changes. Used while a replay that adds up everything is still to come. */
    static final Receiver IGNORE = new Receiver() {
        @Override
        public void at(AreaId areaId, LocalDate day) {}

        @Override
        public void count(long enrolledBy, long withdrawnBy, RecordedTimes recorded) {}

        @Override
        public void segment(Segment segment, long enrolledBy) {}

        @Override
        public void odd(OddSource source, long by) {}
    };

    private final Map<AreaId, DayMap<@Nullable Subtotal[]>> areas = new HashMap<>();

    boolean isEmpty() {
        return areas.isEmpty();
    }

    /** Replaces the previous subtotal of the partition and forwards the difference. */
    void put(AreaId areaId, LocalDate day, int partition, Subtotal subtotal, Receiver receiver) {
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
        if (before != null) {
            before.odd().forEach((source, participants) -> receiver.odd(source, -participants));
        }
        subtotal.odd().forEach(receiver::odd);
    }

    private @Nullable Subtotal replace(AreaId areaId, LocalDate day, int partition, Subtotal subtotal) {
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

    /** Forwards all subtotals, as if none had been forwarded before. */
    void replay(Receiver receiver) {
        areas.forEach((areaId, days) -> days.forEach((day, cell) -> forward(areaId, day, cell, receiver)));
    }

    /** Forwards all subtotals of the days after {@code after}, up to and including {@code through}. */
    void replayBetween(LocalDate after, LocalDate through, Receiver receiver) {
        areas.forEach((areaId, days) ->
                days.forEachBetween(after, through, (day, cell) -> forward(areaId, day, cell, receiver)));
    }

    private static void forward(AreaId areaId, LocalDate day, @Nullable Subtotal[] ofPartitions, Receiver receiver) {
        receiver.at(areaId, day);
        for (Subtotal subtotal : ofPartitions) {
            if (subtotal != null) {
                receiver.count(subtotal.enrolled(), subtotal.withdrawn(), subtotal.recorded());
                for (int i = 0; i < subtotal.segmentCount(); i++) {
                    receiver.segment(subtotal.segment(i), subtotal.enrolledOf(i));
                }
                subtotal.odd().forEach(receiver::odd);
            }
        }
    }
}
