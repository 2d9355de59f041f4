package io.muster.domain.oracle;

import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.CampaignRow.DataQuality;
import java.util.Collection;
import java.util.List;

/** A campaign that statements name before its definition is known (contract, rule 8). */
record UnknownCampaign(String campaignId, Collection<Statement> statements, References references) {

    CampaignRow row() {
        List<Statement> winners = Winners.among(statements);
        long enrolled = winners.stream()
                .filter(winner -> winner.status() == Status.ENROLLED)
                .count();
        DataQuality quality = new DataQuality(
                false,
                enrolled,
                0,
                0,
                0,
                Oddities.orphanAreas(references),
                Oddities.cyclicAreas(references),
                0,
                0,
                Oddities.unplacedAreas(winners, references));
        return new CampaignRow(campaignId, null, null, null, null, List.of(), quality);
    }
}
