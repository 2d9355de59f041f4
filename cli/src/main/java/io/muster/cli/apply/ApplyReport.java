package io.muster.cli.apply;

import io.muster.intake.problem.Problem;
import io.muster.intake.reference.ReferenceFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * What was published, or why nothing was.
 *
 * @param campaigns how many were published
 * @param areas how many were published
 * @param targets how many were published
 * @param problems what is wrong with the files; if there are any, nothing was published
 * @param warnings what to look at
 * @param skipped files of statements, which are for {@code muster send}
 */
record ApplyReport(
        int campaigns, int areas, int targets, List<Problem> problems, List<Problem> warnings, List<String> skipped) {

    static ApplyReport refused(ReferenceFiles files) {
        return new ApplyReport(0, 0, 0, files.problems(), files.warnings(), names(files));
    }

    static ApplyReport published(ReferenceFiles files) {
        return new ApplyReport(
                files.campaigns().size(),
                files.areas().size(),
                files.targets().size(),
                List.of(),
                files.warnings(),
                names(files));
    }

    private static List<String> names(ReferenceFiles files) {
        return files.statementFiles().stream().map(Path::toString).toList();
    }
}
