package io.muster.cli.remove;

import io.muster.cli.options.CampaignIdConverter;
import io.muster.client.ReferenceBatch;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Target;
import io.muster.domain.removal.CampaignRemoval;
import io.muster.domain.removal.Removals;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster remove campaign}. */
@Command(
        name = "campaign",
        description = {
            "Removes the definition of a campaign and its targets. Its statements stay on muster.enrollments;"
                    + " until it is defined again, they belong to an unknown campaign.",
            "Its certified counts stay, since they cannot be recreated; they apply again once it is defined again."
        })
public final class CampaignCommand extends RemovalCommand {

    /** The JSON report. */
    private record Change(CampaignId campaignId, long people, List<Target> targets, int certified) {}

    @Parameters(
            index = "0",
            paramLabel = "CAMPAIGN",
            converter = CampaignIdConverter.class,
            description = "The id of the campaign.")
    private CampaignId campaignId = new CampaignId("");

    @Option(names = "--with-certified", description = "Remove its certified counts too.")
    private boolean withCertified;

    @Override
    Removal removal(Removals removals) {
        CampaignRemoval removal = removals.campaign(campaignId)
                .orElseThrow(() -> UnknownIds.unknown(
                        "campaign",
                        campaignId,
                        removals.references().campaigns().keySet()));
        ReferenceBatch batch = new ReferenceBatch().removeCampaign(campaignId);
        removal.targets().forEach(target -> batch.removeTarget(campaignId, target.areaId()));
        if (withCertified) {
            removal.certified().forEach(count -> batch.removeCertifiedCount(campaignId, count.areaId(), count.date()));
        }
        return new Removal("campaign " + campaignId, lines(removal, withCertified), change(removal), batch);
    }

    private static Change change(CampaignRemoval removal) {
        return new Change(
                removal.campaignId(),
                removal.people(),
                removal.targets(),
                removal.certified().size());
    }

    private static List<String> lines(CampaignRemoval removal, boolean withCertified) {
        List<String> lines = new ArrayList<>();
        lines.add("people no longer counted: " + removal.people() + "; their statements stay");
        if (!removal.targets().isEmpty()) {
            lines.add("targets removed with it: " + removal.targets().size());
        }
        if (!removal.certified().isEmpty()) {
            lines.add("certified counts " + (withCertified ? "removed with it: " : "that stay: ")
                    + removal.certified().size()
                    + (withCertified ? "" : "; --with-certified removes them too"));
        }
        return lines;
    }
}
