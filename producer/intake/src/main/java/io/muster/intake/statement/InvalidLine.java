package io.muster.intake.statement;

import io.muster.intake.text.Problem;
import io.muster.intake.text.RawText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rejected line.
 *
 * @param problems at least one
 * @param original as written in the file; empty if the line does not come from a file
 */
public record InvalidLine(long number, List<Problem> problems, RawText original) implements Line {

    public InvalidLine {
        problems = List.copyOf(problems);
    }

    /** All problems, without their place in the file. */
    public String reason() {
        return problems.stream().map(Problem::reason).collect(Collectors.joining(" | "));
    }
}
