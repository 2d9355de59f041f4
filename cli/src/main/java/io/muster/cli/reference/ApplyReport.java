package io.muster.cli.reference;

import io.muster.intake.reference.ReferenceFiles;
import io.muster.intake.text.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * The result of {@code muster apply}.
 *
 * @param published false with {@code --dry-run} or if there are problems
 * @param campaigns number of campaigns published, or to publish
 * @param areas number of areas published, or to publish
 * @param targets number of targets published, or to publish
 * @param problems errors in the files; if there are any, nothing was published
 * @param warnings valid but suspicious content
 * @param changes differences from the published definitions
 * @param skipped files of statements, to be published with {@code muster send}
 */
record ApplyReport(
        boolean published,
        int campaigns,
        int areas,
        int targets,
        ReferenceChanges changes,
        List<Problem> problems,
        List<Problem> warnings,
        List<String> skipped) {

    static ApplyReport refused(ReferenceFiles files) {
        return new ApplyReport(false, 0, 0, 0, ReferenceChanges.NONE, files.problems(), files.warnings(), names(files));
    }

    static ApplyReport published(ReferenceFiles files, ReferenceChanges changes, boolean published) {
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
