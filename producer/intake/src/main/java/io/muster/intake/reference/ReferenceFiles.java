package io.muster.intake.reference;

import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.Target;
import io.muster.intake.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * What stands in files of reference records.
 *
 * @param campaigns in the order of the files
 * @param areas in the order of the files
 * @param targets in the order of the files
 * @param problems all that is wrong; if there are any, nothing of these files is to be published
 * @param warnings what may be right or wrong, depending on what is known elsewhere
 * @param statementFiles files of statements, which were not read
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

    /** Whether anything is wrong. */
    public boolean isBroken() {
        return !problems.isEmpty();
    }
}
