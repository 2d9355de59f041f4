package io.muster.intake.statement;

import io.muster.intake.text.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Summarizes warnings of valid lines by kind: their number, and the first occurrence. */
final class WarningSummary {

    private static final int MAX_KINDS = 20;

    private final Map<String, Problem> firsts = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();

    void add(List<Problem> warnings) {
        for (Problem warning : warnings) {
            String kind = warning.field() + " " + warning.problem();
            if (firsts.containsKey(kind) || firsts.size() < MAX_KINDS) {
                firsts.putIfAbsent(kind, warning);
                lines.merge(kind, 1L, Long::sum);
            }
        }
    }

    /** Notes for the sender of the file. */
    List<String> notes() {
        return firsts.entrySet().stream()
                .map(first -> note(lines.getOrDefault(first.getKey(), 0L), first.getValue()))
                .toList();
    }

    private static String note(long count, Problem first) {
        return String.format(
                Locale.ROOT,
                count == 1 ? "%,d line, sent all the same: %s, %s" : "%,d lines, sent all the same; the first: %s, %s",
                count,
                first.position(),
                first.reason());
    }
}
