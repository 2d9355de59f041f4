package io.muster.cli.send;

import io.muster.intake.text.Problem;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts lines by kind of problem. */
final class ProblemKinds {

    /** Bounds the map: a problem that quotes a value is a kind of its own. */
    private static final int MAX_KINDS = 20;

    private static final String OTHERS = "other problems";

    private final Map<String, Long> lines = new LinkedHashMap<>();

    /**
     * Lines with one kind of problem.
     *
     * @param kind e.g. "enrolledOn is not a date"
     */
    record Kind(String kind, long lines) {}

    /** Adds the problems of one line. */
    void add(List<Problem> problems) {
        problems.stream().map(this::kindOf).distinct().forEach(kind -> lines.merge(kind, 1L, Long::sum));
    }

    /** The most frequent first. */
    List<Kind> kinds() {
        return lines.entrySet().stream()
                .map(entry -> new Kind(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Kind::lines).reversed())
                .toList();
    }

    private String kindOf(Problem problem) {
        String field = problem.field() == null
                ? ""
                : problem.column() == null ? problem.field() : problem.column().heading();
        String kind = (field + " " + problem.problem()).strip();
        return lines.containsKey(kind) || lines.size() < MAX_KINDS ? kind : OTHERS;
    }
}
