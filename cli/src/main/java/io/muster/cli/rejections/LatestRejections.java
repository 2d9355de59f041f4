package io.muster.cli.rejections;

import io.muster.cli.rejections.ListReport.Line;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts all rejections and keeps the latest ones, up to a limit. */
final class LatestRejections {

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::time).thenComparing(Entry::position);

    private final int limit;
    private final SortedMap<String, Long> byReason = new TreeMap<>();
    private final PriorityQueue<Entry> latest = new PriorityQueue<>(ORDER);

    LatestRejections(int limit) {
        this.limit = limit;
    }

    void add(RejectedRecord record) {
        byReason.merge(TerminalText.text(record.refusal().reason()), 1L, Long::sum);
        latest.add(Entry.of(record));
        if (latest.size() > limit) {
            latest.remove();
        }
    }

    /** @param foreign number of records on the topic that the application did not write */
    ListReport report(long foreign) {
        List<Line> lines = latest.stream().sorted(ORDER).map(Entry::line).toList();
        long chosen = byReason.values().stream().mapToLong(Long::longValue).sum();
        return new ListReport(chosen, byReason, foreign, lines);
    }

    private record Entry(Instant time, RecordPosition position, Line line) {

        static Entry of(RejectedRecord record) {
            Line line = new Line(
                    TerminalText.text(record.position().toString()),
                    record.time().toString(),
                    TerminalText.text(record.refusal().reason()),
                    TerminalText.text(record.refusal().detail()),
                    TerminalText.key(record.received().key()));
            return new Entry(record.time(), record.position(), line);
        }
    }
}
