package io.muster.cli.rejections;

import io.muster.cli.options.CampaignIdConverter;
import io.muster.domain.CampaignId;
import io.muster.domain.statement.Rejection.Reason;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that select rejections. */
final class FilterOptions {

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "Only rejections for this reason; may be repeated: ${COMPLETION-CANDIDATES}.")
    private Set<Reason> reasons = Set.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "Only records with this timestamp or a later one, e.g. 2023-05-18T08:30:00+07:00, or"
                    + " 2023-05-18 for the start of that day in UTC.")
    private @Nullable Instant since;

    @Option(
            names = "--campaign",
            paramLabel = "CAMPAIGN",
            converter = CampaignIdConverter.class,
            description = "Only records whose key begins with this campaign.")
    private @Nullable CampaignId campaignId;

    /** @param positions only rejections of these records; all if empty */
    RejectionFilter filter(Set<RecordPosition> positions) {
        return new RejectionFilter(
                reasons.stream().map(Reason::name).collect(Collectors.toSet()), since, campaignId, positions);
    }
}
