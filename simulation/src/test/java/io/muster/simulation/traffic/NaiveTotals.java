package io.muster.simulation.traffic;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts statements as simply as possible, independently of the generator. */
final class NaiveTotals {

    private final List<Statement> lines;
    private final Set<Statement> statements;
    private final Collection<Statement> winners;

    NaiveTotals(List<Statement> lines) {
        this.lines = lines;
        this.statements = new HashSet<>(lines);
        Map<String, Statement> byParticipant = new HashMap<>();
        for (Statement said : lines) {
            byParticipant.merge(
                    said.campaignId() + ":" + said.participantRef(), said, (a, b) -> a.version() > b.version() ? a : b);
        }
        this.winners = byParticipant.values();
    }

    /** The totals for the same campaigns and districts as the expected ones. */
    ExpectedTotals inTheShapeOf(ExpectedTotals expected) {
        long withdrawals = statements.stream()
                .filter(said -> said.status() == Status.WITHDRAWN)
                .count();
        return new ExpectedTotals(
                lines.size(),
                winners.size(),
                lines.size() - statements.size(),
                withdrawals,
                statements.size() - withdrawals - winners.size(),
                expected.campaigns().stream().map(this::campaign).toList());
    }

    private ExpectedTotals.CampaignTotals campaign(ExpectedTotals.CampaignTotals like) {
        CampaignId id = like.campaignId();
        return new ExpectedTotals.CampaignTotals(
                id,
                like.rootAreaId(),
                winning(Status.ENROLLED, id, new AreaId("sim")).size(),
                winning(Status.WITHDRAWN, id, new AreaId("sim")).size(),
                like.districts().stream()
                        .map(district -> district(id, district.areaId()))
                        .toList());
    }

    private ExpectedTotals.DistrictTotals district(CampaignId campaignId, AreaId areaId) {
        List<Statement> enrolled = winning(Status.ENROLLED, campaignId, areaId);
        List<Statement> withdrawn = winning(Status.WITHDRAWN, campaignId, areaId);
        return new ExpectedTotals.DistrictTotals(
                areaId,
                enrolled.size(),
                withdrawn.size(),
                by(Statement::enrolledOn, enrolled),
                by(Statement::enrolledOn, withdrawn),
                by(Statement::areaId, enrolled));
    }

    private List<Statement> winning(Status status, CampaignId campaignId, AreaId areaId) {
        return winners.stream()
                .filter(said -> said.status() == status)
                .filter(said -> said.campaignId().equals(campaignId))
                .filter(said -> said.areaId().value().startsWith(areaId + "."))
                .toList();
    }

    private static <K extends Comparable<? super K>> SortedMap<K, Long> by(
            Function<Statement, K> property, List<Statement> statements) {
        SortedMap<K, Long> counts = new TreeMap<>();
        statements.forEach(said -> counts.merge(property.apply(said), 1L, Long::sum));
        return counts;
    }
}
