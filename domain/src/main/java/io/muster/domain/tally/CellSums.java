package io.muster.domain.tally;

import io.muster.domain.ledger.Subtotal;
import io.muster.domain.statement.Segment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest subtotal of every cell of a campaign from every input partition. */
final class CellSums {

    /** An area as stated, on a local day. */
    record Place(String areaId, LocalDate day) {}

    /** Receives what a cell gained or lost. */
    interface Receiver {
        void count(Place place, long enrolledBy, long withdrawnBy, long lastRecordedAt);

        void segment(Place place, Segment segment, long enrolledBy);
    }

    private final Map<Place, @Nullable Subtotal[]> subtotals = new HashMap<>();

    /** Puts a subtotal in place of the one that the partition sent before, and hands on the difference. */
    void put(Place place, int partition, Subtotal subtotal, Receiver receiver) {
        @Nullable Subtotal[] ofPartitions = subtotals.computeIfAbsent(place, p -> new Subtotal[partition + 1]);
        if (partition >= ofPartitions.length) {
            ofPartitions = Arrays.copyOf(ofPartitions, partition + 1);
            subtotals.put(place, ofPartitions);
        }
        Subtotal before = ofPartitions[partition];
        ofPartitions[partition] = subtotal;
        receiver.count(
                place,
                subtotal.enrolled() - (before == null ? 0 : before.enrolled()),
                subtotal.withdrawn() - (before == null ? 0 : before.withdrawn()),
                subtotal.lastRecordedAt());
        for (int i = 0; i < subtotal.segmentCount(); i++) {
            Segment segment = subtotal.segment(i);
            int earlier = before == null ? 0 : before.enrolledOf(segment);
            if (before == null || subtotal.enrolledOf(i) != earlier || !before.names(segment)) {
                receiver.segment(place, segment, subtotal.enrolledOf(i) - earlier);
            }
        }
    }

    /** Hands on all there is, as if nothing had been handed on before. */
    void replay(Receiver receiver) {
        subtotals.forEach((place, ofPartitions) -> {
            for (Subtotal subtotal : ofPartitions) {
                if (subtotal != null) {
                    receiver.count(place, subtotal.enrolled(), subtotal.withdrawn(), subtotal.lastRecordedAt());
                    for (int i = 0; i < subtotal.segmentCount(); i++) {
                        receiver.segment(place, subtotal.segment(i), subtotal.enrolledOf(i));
                    }
                }
            }
        });
    }
}
