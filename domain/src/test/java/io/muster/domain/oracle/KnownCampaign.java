package io.muster.domain.oracle;

import io.muster.domain.AreaId;
import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.oracle.Ancestry.End;
import io.muster.domain.reference.AlertRules;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Dimension;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.AreaRow.Own;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.DayRow;
import io.muster.domain.tally.SegmentRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of one campaign whose definition is known. */
final class KnownCampaign {

    private final Campaign campaign;
    private final References references;
    private final Instant now;
    private final LocalDate asOfDay;
    private final List<Statement> winners;
    private final OddWinners odd;
    /** The path of every defined or stated area up to the root of the campaign. */
    private final Map<AreaId, Ancestry> ancestries = new HashMap<>();

    private final Map<AreaId, AreaRecount> tree = new TreeMap<>();
    private final List<AreaRow> areaRows;

    KnownCampaign(
            Campaign campaign,
            Collection<Statement> statements,
            References references,
            Instant now,
            ReceivedAt receivedAt) {
        this.campaign = campaign;
        this.references = references;
        this.now = now;
        this.asOfDay = LocalDate.ofInstant(now, campaign.zone());
        this.winners = Winners.among(statements);
        this.odd = new OddWinners(statements, receivedAt);
        Set<AreaId> areaIds = new TreeSet<>(references.areas().keySet());
        statements.forEach(statement -> areaIds.add(statement.areaId()));
        areaIds.forEach(
                areaId -> ancestries.put(areaId, Ancestry.upTo(campaign.rootAreaId(), areaId, references.areas())));
        for (AreaId areaId : areaIds) {
            if (ancestryOf(areaId).arrived()) {
                tree.put(
                        areaId,
                        new AreaRecount(
                                campaign,
                                asOfDay,
                                target(areaId),
                                atOrBelow(areaId, statements),
                                atOrBelow(areaId, winners)));
            }
        }
        this.areaRows = Ranks.given(tree.entrySet().stream()
                .map(entry -> areaRow(entry.getKey(), entry.getValue()))
                .toList());
    }

    List<DayRow> dayRows() {
        List<DayRow> rows = new ArrayList<>();
        tree.forEach((areaId, recount) -> {
            Map<LocalDate, Long> certified = references.certified(campaign.campaignId(), areaId);
            Set<LocalDate> days = new TreeSet<>(recount.daysEverStated());
            days.addAll(certified.keySet());
            for (LocalDate day : days) {
                rows.add(new DayRow(
                        campaign.campaignId(),
                        areaId,
                        day,
                        recount.on(day, Status.ENROLLED),
                        recount.on(day, Status.WITHDRAWN),
                        certified.get(day)));
            }
        });
        return rows;
    }

    List<AreaRow> areaRows() {
        return areaRows;
    }

    List<SegmentRow> segmentRows() {
        List<SegmentRow> rows = new ArrayList<>();
        tree.forEach((areaId, recount) -> {
            for (Dimension dimension : Dimension.values()) {
                for (String value : recount.valuesEverStated(dimension)) {
                    rows.add(new SegmentRow(
                            campaign.campaignId(), areaId, dimension, value, recount.enrolledToDate(dimension, value)));
                }
            }
        });
        return rows;
    }

    List<AlertRow> alertRows() {
        List<AlertRow> rows = new ArrayList<>();
        tree.forEach((areaId, recount) -> {
            String level =
                    Objects.requireNonNull(references.areas().get(areaId)).level();
            rules(level, ancestryOf(areaId).path().size() - 1)
                    .ifPresent(rules -> rows.addAll(new AlertRecount(areaId, recount, rules, now).rows()));
        });
        return rows;
    }

    private Optional<AlertRules> rules(String level, int depth) {
        if (campaign.alertRules().isEmpty()) {
            return depth == 1 ? Optional.of(new AlertRules(level, 20, 10, 2, 72)) : Optional.empty();
        }
        return campaign.alertRules().stream()
                .filter(of -> of.level().equals(level))
                .findFirst();
    }

    CampaignRow campaignRow() {
        AreaRow root = areaRows.stream()
                .filter(row -> row.areaId().equals(campaign.rootAreaId()))
                .findFirst()
                .orElse(null);
        return new CampaignRow(
                campaign.campaignId(),
                asOfDay,
                root,
                root == null ? null : plus(campaign.baseline(), root.enrolled()),
                campaign.stockTarget(),
                Leaders.among(areaRows, row -> ancestryOf(row.areaId()).path().size() - 1),
                quality(root));
    }

    private DataQuality quality(@Nullable AreaRow root) {
        long unknownArea = enrolledWhosePathEndsIn(Set.of(End.UNDEFINED));
        long outsideTree = enrolledWhosePathEndsIn(Set.of(End.NO_PARENT, End.CYCLE));
        int targetMismatches = (int) areaRows.stream()
                .filter(row -> row.target() != null
                        && row.childrenTarget() != null
                        && !row.target().equals(row.childrenTarget()))
                .count();
        return new DataQuality(
                true,
                new DataQuality.Unplaced(unknownArea + outsideTree, unknownArea, outsideTree),
                root == null ? 0 : root.outsidePeriod(),
                new DataQuality.Definitions(
                        Oddities.orphanAreas(references), Oddities.cyclicAreas(references), targetMismatches),
                root == null ? 0 : root.datedAhead(),
                Oddities.unplacedAreas(
                        winners.stream()
                                .filter(winner -> !ancestryOf(winner.areaId()).arrived())
                                .toList(),
                        references),
                odd.recordedAhead(),
                odd.changedElsewhere());
    }

    private long enrolledWhosePathEndsIn(Set<End> ends) {
        return winners.stream()
                .filter(winner -> winner.status() == Status.ENROLLED
                        && ends.contains(ancestryOf(winner.areaId()).end()))
                .count();
    }

    /** The row without its ranks. */
    private AreaRow areaRow(AreaId areaId, AreaRecount recount) {
        Area area = Objects.requireNonNull(references.areas().get(areaId));
        long enrolled = recount.toDate(Status.ENROLLED);
        return new AreaRow(
                new AreaRow.Placement(
                        campaign.campaignId(),
                        areaId,
                        areaId.equals(campaign.rootAreaId()) ? null : area.parentId(),
                        area.level()),
                asOfDay,
                new AreaRow.Counts(
                        enrolled,
                        recount.toDate(Status.WITHDRAWN),
                        recount.enrolledOutsidePeriod(),
                        recount.enrolledAhead(),
                        recount.inPeriod(asOfDay, asOfDay, Status.ENROLLED),
                        recount.inPeriod(asOfDay.minusDays(6), asOfDay, Status.ENROLLED),
                        own(areaId)),
                new AreaRow.Goal(
                        recount.target(), recount.attainmentPercent(), recount.completedOn(), childrenTarget(areaId)),
                plus(area.baseline(), enrolled),
                new AreaRow.Ranks(0, null),
                recount.lastRecordedAt(),
                new PaceRecount(recount).pace());
    }

    private Own own(AreaId areaId) {
        AreaRecount own = new AreaRecount(
                campaign,
                asOfDay,
                null,
                List.of(),
                winners.stream()
                        .filter(winner -> winner.areaId().equals(areaId))
                        .toList());
        return new Own(
                own.toDate(Status.ENROLLED),
                own.inPeriod(asOfDay, asOfDay, Status.ENROLLED),
                own.inPeriod(asOfDay.minusDays(6), asOfDay, Status.ENROLLED));
    }

    private @Nullable Long childrenTarget(AreaId areaId) {
        List<Long> targets = tree.keySet().stream()
                .filter(child -> isDirectlyBelow(areaId, child))
                .map(this::target)
                .filter(Objects::nonNull)
                .toList();
        return targets.isEmpty()
                ? null
                : targets.stream().mapToLong(Long::longValue).sum();
    }

    private boolean isDirectlyBelow(AreaId areaId, AreaId child) {
        List<AreaId> path = ancestryOf(child).path();
        return path.size() > 1 && path.get(1).equals(areaId);
    }

    private List<Statement> atOrBelow(AreaId areaId, Collection<Statement> statements) {
        return statements.stream()
                .filter(statement -> ancestryOf(statement.areaId()).arrived()
                        && ancestryOf(statement.areaId()).path().contains(areaId))
                .toList();
    }

    private Ancestry ancestryOf(AreaId areaId) {
        return Objects.requireNonNull(ancestries.get(areaId));
    }

    private @Nullable Long target(AreaId areaId) {
        return references.target(campaign.campaignId(), areaId);
    }

    private static @Nullable Long plus(@Nullable Long baseline, long enrolled) {
        return baseline == null ? null : baseline + enrolled;
    }
}
