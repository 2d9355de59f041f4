package io.muster.cli.apply;

import io.muster.intake.reference.ReferenceFiles;
import io.muster.intake.text.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * What was published, or why nothing was.
 *
 * @param published whether it was; with {@code --dry-run} it would be
 * @param campaigns how many were published
 * @param areas how many were published
 * @param targets how many were published
 * @param problems what is wrong with the files; if there are any, nothing was published
 * @param warnings what to look at
 * @param changes what differs from what was published before
 * @param skipped files of statements, which are for {@code muster send}
 */
record ApplyReport(
        boolean published,
        int campaigns,
        int areas,
        int targets,
        Changes changes,
        List<Problem> problems,
        List<Problem> warnings,
        List<String> skipped) {

    static ApplyReport refused(ReferenceFiles files) {
        return new ApplyReport(false, 0, 0, 0, Changes.NONE, files.problems(), files.warnings(), names(files));
    }

    static ApplyReport published(ReferenceFiles files, Changes changes, boolean published) {
        return new ApplyReport(
                published,
                files.campaigns().size(),
                files.areas().size(),
                files.targets().size(),
                changes,
                List.of(),
                files.warnings(),
                names(files));
    }

    private static List<String> names(ReferenceFiles files) {
        return files.statementFiles().stream().map(Path::toString).toList();
    }
}
