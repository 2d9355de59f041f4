package io.muster.cli.rejections;

import io.muster.cli.rejections.AcceptanceCheck.Obstacle;
import io.muster.cli.rejections.ReplayReport.Left;
import io.muster.cli.rejections.ReplayReport.OfReason;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what was found of the rejections for one reason. */
final class Findings {

    private long acceptable;
    private final SortedMap<String, Left> left = new TreeMap<>();

    void addAcceptable() {
        acceptable++;
    }

    /** The first of each kind is the example. */
    void addLeft(Position position, Obstacle obstacle) {
        left.merge(
                obstacle.reason(),
                new Left(obstacle.reason(), 1, position.toString(), Printable.text(obstacle.detail())),
                (all, one) -> new Left(all.reason(), all.count() + 1, all.first(), all.detail()));
    }

    OfReason report() {
        return new OfReason(acceptable, List.copyOf(left.values()));
    }
}
