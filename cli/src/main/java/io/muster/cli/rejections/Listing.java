package io.muster.cli.rejections;

import io.muster.cli.rejections.ListReport.Line;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts rejections and keeps the latest of them, as many as are to be listed. */
final class Listing {

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::time).thenComparing(Entry::position);

    private final int limit;
    private final SortedMap<String, Long> byReason = new TreeMap<>();
    private final PriorityQueue<Entry> latest = new PriorityQueue<>(ORDER);

    Listing(int limit) {
        this.limit = limit;
    }

    void add(RejectedRecord record) {
        byReason.merge(Printable.text(record.refusal().reason()), 1L, Long::sum);
        latest.add(Entry.of(record));
        if (latest.size() > limit) {
            latest.remove();
        }
    }

    /** @param foreign how many records on the topic are no rejections of the application */
    ListReport report(long foreign) {
        List<Line> lines = latest.stream().sorted(ORDER).map(Entry::line).toList();
        long chosen = byReason.values().stream().mapToLong(Long::longValue).sum();
        return new ListReport(chosen, byReason, foreign, lines);
    }

    private record Entry(Instant time, Position position, Line line) {

        static Entry of(RejectedRecord record) {
            Line line = new Line(
                    Printable.text(record.position().toString()),
                    record.time().toString(),
                    Printable.text(record.refusal().reason()),
                    Printable.text(record.refusal().detail()),
                    Printable.key(record.received().key()));
            return new Entry(record.time(), record.position(), line);
        }
    }
}
