package io.muster.cli.rejections;

import io.muster.domain.statement.Rejection.Reason;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rejections a command is about. */
final class FilterOptions {

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "Only what was refused for this reason; repeat for more: ${COMPLETION-CANDIDATES}.")
    private Set<Reason> reasons = Set.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "Only records of this time or later, by their own timestamp, e.g. 2023-05-18T08:30:00+07:00,"
                    + " or 2023-05-18 for the beginning of that day in UTC.")
    private @Nullable Instant since;

    @Option(
            names = "--campaign",
            paramLabel = "CAMPAIGN",
            description = "Only records whose key begins with this campaign.")
    private @Nullable String campaignId;

    /** @param positions only what was refused there; anywhere if empty */
    Choice choice(Set<Position> positions) {
        return new Choice(reasons.stream().map(Reason::name).collect(Collectors.toSet()), since, campaignId, positions);
    }
}
