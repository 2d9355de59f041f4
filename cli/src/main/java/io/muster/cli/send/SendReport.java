package io.muster.cli.send;

import io.muster.cli.send.ProblemKinds.Kind;
import io.muster.intake.text.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param read lines read, blank ones aside
 * @param valid lines that are statements
 * @param refused lines that are none
 * @param acknowledged statements that the broker has; 0 where the file was only checked
 * @param notAcknowledged statements that the broker may not have
 * @param firstNotAcknowledged number of the first such line, or null
 * @param ignoredColumns columns or fields that nobody reads
 * @param notes what was taken for granted on reading
 * @param kinds how many refused lines have which kind of problem
 * @param problems what is wrong with the first refused lines
 * @param stopped why the file was not read to its end, or that nothing is in it; or null
 */
record SendReport(
        String file,
        boolean dryRun,
        long read,
        long valid,
        long refused,
        long acknowledged,
        long notAcknowledged,
        @Nullable Long firstNotAcknowledged,
        Set<String> ignoredColumns,
        List<String> notes,
        List<Kind> kinds,
        List<Problem> problems,
        @Nullable String stopped) {

    boolean isComplete() {
        return refused == 0 && notAcknowledged == 0 && stopped == null;
    }
}
