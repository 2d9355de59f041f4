package io.muster.cli.send;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.cli.send.ProblemKinds.Kind;
import io.muster.intake.text.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of sending a file.
 *
 * @param ignoredColumns columns or fields that are not used
 * @param notes assumptions made on reading
 * @param kinds number of refused lines by kind of problem
 * @param problems problems of the first refused lines
 * @param stopped why the file was not read to its end, or that it is empty; or null
 */
record SendReport(
        String file,
        boolean dryRun,
        @JsonUnwrapped Lines lines,
        Set<String> ignoredColumns,
        List<String> notes,
        List<Kind> kinds,
        List<Problem> problems,
        @Nullable String stopped) {

    /**
     * Counts of lines.
     *
     * @param read lines read, except blank ones
     * @param valid lines with a valid statement
     * @param refused all other lines
     * @param acknowledged statements that the broker acknowledged; 0 with {@code --dry-run}
     * @param notAcknowledged statements that the broker may not have
     * @param firstNotAcknowledged line number of the first of them, or null
     */
    record Lines(
            long read,
            long valid,
            long refused,
            long acknowledged,
            long notAcknowledged,
            @Nullable Long firstNotAcknowledged) {}

    boolean isComplete() {
        return lines.refused == 0 && lines.notAcknowledged == 0 && stopped == null;
    }
}
