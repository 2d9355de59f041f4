package io.muster.intake.statement;

import io.muster.intake.problem.Problem;
import io.muster.intake.text.RawText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line that is refused.
 *
 * @param problems what is wrong with it; at least one
 * @param original as it stands in the file; empty where it came from none
 */
public record BadLine(long number, List<Problem> problems, RawText original) implements Line {

    public BadLine {
        problems = List.copyOf(problems);
    }

    /** All that is wrong, without the place in the file. */
    public String reason() {
        return problems.stream().map(Problem::reason).collect(Collectors.joining(" | "));
    }
}
