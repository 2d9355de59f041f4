package io.muster.domain.oracle;

import io.muster.domain.CampaignId;
import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.DayRow;
import io.muster.domain.tally.SegmentRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The oracle: recounts everything from all statements and references. Made to be correct, not fast. */
public final class Recount {

    private Recount() {}

    /** All rows that should be published when no statement was recorded ahead of its arrival. */
    public static Rows of(Collection<Statement> statements, References references, AsOf asOf) {
        return of(statements, references, asOf, ReceivedAt.WHEN_RECORDED);
    }

    /**
     * All rows that should be published.
     *
     * @param statements valid, in any order, with duplicates
     * @throws IllegalArgumentException if two different statements about one participant have the same version and
     *     event id, because no rule says which of them wins
     */
    public static Rows of(Collection<Statement> statements, References references, AsOf asOf, ReceivedAt receivedAt) {
        List<DayRow> days = new ArrayList<>();
        List<AreaRow> areas = new ArrayList<>();
        List<SegmentRow> segments = new ArrayList<>();
        List<CampaignRow> campaigns = new ArrayList<>();
        List<AlertRow> alerts = new ArrayList<>();
        for (CampaignId campaignId : campaignIds(statements, references)) {
            Set<Statement> stated = statements.stream()
                    .filter(statement -> statement.campaignId().equals(campaignId))
                    .collect(Collectors.toSet());
            Campaign campaign = references.campaigns().get(campaignId);
            if (campaign == null) {
                campaigns.add(new UnknownCampaign(campaignId, stated, references, receivedAt).row());
            } else {
                KnownCampaign known =
                        new KnownCampaign(campaign, stated, references, asOf.momentOf(campaign, stated), receivedAt);
                days.addAll(known.dayRows());
                areas.addAll(known.areaRows());
                segments.addAll(known.segmentRows());
                campaigns.add(known.campaignRow());
                alerts.addAll(known.alertRows());
            }
        }
        return Rows.of(days, areas, segments, campaigns, alerts);
    }

    private static Set<CampaignId> campaignIds(Collection<Statement> statements, References references) {
        Set<CampaignId> ids = new TreeSet<>(references.campaigns().keySet());
        statements.forEach(statement -> ids.add(statement.campaignId()));
        return ids;
    }
}
