package io.muster.cli.send;

import io.muster.intake.text.Problem;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many lines have which kind of problem. */
final class ProblemKinds {

    /** Problems that name what they found are of endlessly many kinds. */
    private static final int MOST = 20;

    private static final String OTHERS = "other problems";

    private final Map<String, Long> lines = new LinkedHashMap<>();

    /**
     * Lines with one kind of problem.
     *
     * @param kind e.g. "enrolledOn is not a date"
     */
    record Kind(String kind, long lines) {}

    /** Takes the problems of one line. */
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
        return lines.containsKey(kind) || lines.size() < MOST ? kind : OTHERS;
    }
}
