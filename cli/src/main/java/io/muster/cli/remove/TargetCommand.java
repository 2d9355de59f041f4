package io.muster.cli.remove;

import io.muster.cli.options.AreaIdConverter;
import io.muster.cli.options.CampaignIdConverter;
import io.muster.client.ReferenceBatch;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.removal.Removals;
import io.muster.domain.removal.TargetRemoval;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster remove target}. */
@Command(
        name = "target",
        description = "Removes the target of an area in a campaign. The area then has no attainment, no rank by"
                + " attainment, no plan and no alerts in that campaign.")
public final class TargetCommand extends RemovalCommand {

    @Parameters(
            index = "0",
            paramLabel = "CAMPAIGN",
            converter = CampaignIdConverter.class,
            description = "The id of the campaign.")
    private CampaignId campaignId = new CampaignId("");

    @Parameters(
            index = "1",
            paramLabel = "AREA",
            converter = AreaIdConverter.class,
            description = "The id of the area.")
    private AreaId areaId = new AreaId("");

    @Override
    Removal removal(Removals removals) {
        Map<CampaignId, Map<AreaId, Long>> targets = removals.references().targets();
        TargetRemoval removal = removals.target(campaignId, areaId)
                .orElseThrow(() -> targets.getOrDefault(campaignId, Map.of()).isEmpty()
                        ? UnknownIds.unknown("campaign with targets", campaignId, withTargets(targets))
                        : UnknownIds.unknown(
                                "target in " + campaignId + " of",
                                areaId,
                                targets.getOrDefault(campaignId, Map.of()).keySet()));
        return new Removal(
                "target of " + areaId + " in " + campaignId,
                List.of(
                        "target: " + removal.target().target(),
                        "the area will have no attainment, no rank by attainment, no plan and no alerts in that"
                                + " campaign"),
                removal,
                new ReferenceBatch().removeTarget(campaignId, areaId));
    }

    private static List<CampaignId> withTargets(Map<CampaignId, Map<AreaId, Long>> targets) {
        return targets.entrySet().stream()
                .filter(campaign -> !campaign.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
