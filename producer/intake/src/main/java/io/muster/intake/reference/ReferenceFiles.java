package io.muster.intake.reference;

import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.Target;
import io.muster.intake.text.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * The content of a set of reference files.
 *
 * @param campaigns in file order
 * @param areas in file order
 * @param targets in file order
 * @param problems errors in the files; unless this is empty, nothing from the files may be published
 * @param warnings possible errors, depending on records outside these files
 * @param statementFiles files with statements, which were not read
 */
public record ReferenceFiles(
        List<Campaign> campaigns,
        List<Area> areas,
        List<Target> targets,
        List<Problem> problems,
        List<Problem> warnings,
        List<Path> statementFiles) {

    public ReferenceFiles {
        campaigns = List.copyOf(campaigns);
        areas = List.copyOf(areas);
        targets = List.copyOf(targets);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        statementFiles = List.copyOf(statementFiles);
    }

    /** Whether there are problems. */
    public boolean isBroken() {
        return !problems.isEmpty();
    }
}
