package io.muster.domain.oracle;

import io.muster.domain.CampaignId;
import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.CampaignRow.DataQuality;
import java.util.Collection;
import java.util.List;

/** A campaign that statements name before its definition is known (docs/rules.md, rule 8). */
record UnknownCampaign(
        CampaignId campaignId, Collection<Statement> statements, References references, ReceivedAt receivedAt) {

    CampaignRow row() {
        List<Statement> winners = Winners.among(statements);
        long enrolled = winners.stream()
                .filter(winner -> winner.status() == Status.ENROLLED)
                .count();
        OddWinners odd = new OddWinners(statements, receivedAt);
        DataQuality quality = new DataQuality(
                false,
                new DataQuality.Unplaced(enrolled, 0, 0),
                0,
                new DataQuality.Definitions(Oddities.orphanAreas(references), Oddities.cyclicAreas(references), 0),
                0,
                Oddities.unplacedAreas(winners, references),
                odd.recordedAhead(),
                odd.changedElsewhere());
        return new CampaignRow(campaignId, null, null, null, null, List.of(), quality);
    }
}
