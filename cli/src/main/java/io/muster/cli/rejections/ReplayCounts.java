package io.muster.cli.rejections;

import io.muster.cli.rejections.AcceptanceCheck.Problem;
import io.muster.cli.rejections.ReplayReport.Left;
import io.muster.cli.rejections.ReplayReport.OfReason;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts how many rejections of one reason would be counted now, and why the others would not. */
final class ReplayCounts {

    private long acceptable;
    private final SortedMap<String, Left> left = new TreeMap<>();

    void addAcceptable() {
        acceptable++;
    }

    /** Keeps the first record of each reason as the example. */
    void addLeft(RecordPosition position, Problem problem) {
        left.merge(
                problem.reason(),
                new Left(problem.reason(), 1, position.toString(), TerminalText.text(problem.detail())),
                (all, one) -> new Left(all.reason(), all.count() + 1, all.first(), all.detail()));
    }

    OfReason report() {
        return new OfReason(acceptable, List.copyOf(left.values()));
    }
}
