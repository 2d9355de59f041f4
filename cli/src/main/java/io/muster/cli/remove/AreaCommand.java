package io.muster.cli.remove;

import io.muster.cli.options.AreaIdConverter;
import io.muster.client.ReferenceBatch;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Target;
import io.muster.domain.removal.AreaRemoval;
import io.muster.domain.removal.AreaRemoval.OfCampaign;
import io.muster.domain.removal.Removals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster remove area}. */
@Command(
        name = "area",
        description = {
            "Removes the definition of an area. Participants in it and below it are not counted until it is"
                    + " defined again, or until the areas below it get another parent. No statement is lost.",
            "To merge areas, first apply the new parents of the areas below it, then remove it."
        })
public final class AreaCommand extends RemovalCommand {

    private static final int MAX_NAMED = 10;

    @Parameters(
            index = "0",
            paramLabel = "AREA",
            converter = AreaIdConverter.class,
            description = "The id of the area.")
    private AreaId areaId = new AreaId("");

    @Option(names = "--with-targets", description = "Remove its targets in all campaigns too.")
    private boolean withTargets;

    @Override
    Removal removal(Removals removals) {
        AreaRemoval removal = removals.area(areaId)
                .orElseThrow(() -> UnknownIds.unknown(
                        "area", areaId, removals.references().areas().keySet()));
        ReferenceBatch batch = new ReferenceBatch().removeArea(areaId);
        if (withTargets) {
            removal.targets().forEach(target -> batch.removeTarget(target.campaignId(), target.areaId()));
        }
        return new Removal("area " + areaId, lines(removal, withTargets), removal, batch);
    }

    private static List<String> lines(AreaRemoval removal, boolean withTargets) {
        List<String> lines = new ArrayList<>();
        if (!removal.children().isEmpty()) {
            lines.add("areas directly below it that lose their parent: " + named(removal.children())
                    + "; areas below it in all: " + removal.below());
        }
        for (OfCampaign campaign : removal.campaigns()) {
            lines.add(
                    campaign.isRoot()
                            ? campaign.campaignId() + ": it is the root, so all people are no longer counted: "
                                    + campaign.people()
                            : campaign.campaignId() + ": people no longer counted: " + campaign.people());
        }
        List<CampaignId> targets =
                removal.targets().stream().map(Target::campaignId).toList();
        if (!targets.isEmpty()) {
            lines.add(
                    withTargets
                            ? "its targets are removed too, in: " + named(targets)
                            : "its targets stay without effect, in: " + named(targets)
                                    + "; --with-targets removes them too");
        }
        if (removal.certified() > 0) {
            lines.add("its certified counts stay: " + removal.certified());
        }
        if (lines.isEmpty()) {
            lines.add("no area is below it, and no campaign uses it");
        }
        return lines;
    }

    private static String named(List<?> ids) {
        String named = ids.stream().limit(MAX_NAMED).map(Object::toString).collect(Collectors.joining(", "));
        return ids.size() <= MAX_NAMED ? named : named + " and " + (ids.size() - MAX_NAMED) + " more";
    }
}
