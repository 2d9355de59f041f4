package io.muster.report.explain;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.board.Board;
import io.muster.board.BoardWithHistory;
import io.muster.board.Publication;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.fixture.World;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.ledger.Correction;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.DayRow;
import io.muster.report.counted.ReportException;
import io.muster.report.explain.Explanation.Kind;
import io.muster.report.explain.Explanation.Movement;
import io.muster.report.explain.Explanation.Side;
import io.muster.report.fixture.LedgerWalk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    @Provide
    Arbitrary<World> worlds() {
        return Worlds.worlds();
    }

    /** A day whose count a statement has lowered, by one. */
    private record Fall(AreaId areaId, LocalDate day) {}

    @Property(tries = 150)
    void shouldExplainEveryFallOfEveryDayExactlyOnce(@ForAll("worlds") World world) {
        Rows rows = Recount.of(world.statements(), world.references(), AsOf.RECORDED);
        Board board = new Publication().of(world.references()).of(rows).board();

        for (Campaign campaign : world.references().campaigns().values()) {
            CampaignId id = campaign.campaignId();
            List<Fall> falls = falls(world, id);
            LedgerWalk walk = new LedgerWalk().through(world.statements());
            BoardWithHistory told = new BoardWithHistory(board, walk.corrections(id), walk.lost(id));
            for (AreaRow area : areas(rows, id)) {
                Explanation explanation = explain(told, id, area.areaId(), null);

                assertThat(explanation.movements().stream()
                                .filter(movement ->
                                        movement.kind() != Kind.MOVED_IN && movement.kind() != Kind.WITHDREW_ELSEWHERE)
                                .map(movement -> new Fall(
                                        area.areaId(),
                                        movement.correction().from().enrolledOn())))
                        .containsExactlyInAnyOrderElementsOf(falls.stream()
                                .filter(fall -> fall.areaId.equals(area.areaId()))
                                .toList());
            }
        }
    }

    @Property(tries = 150)
    void shouldExplainOneDayLikeTheWholePeriod(@ForAll("worlds") World world) {
        Rows rows = Recount.of(world.statements(), world.references(), AsOf.RECORDED);
        Board board = new Publication().of(world.references()).of(rows).board();

        for (DayRow row : rows.days().values()) {
            LedgerWalk walk = new LedgerWalk().through(world.statements());
            BoardWithHistory told =
                    new BoardWithHistory(board, walk.corrections(row.campaignId()), walk.lost(row.campaignId()));
            Explanation all = explain(told, row.campaignId(), row.areaId(), null);
            Explanation one = explain(told, row.campaignId(), row.areaId(), row.date());

            boolean inPeriod = all.campaign().covers(row.date());
            boolean ahead = inPeriod && row.date().isAfter(all.asOfDay());
            boolean counts = inPeriod && !ahead;
            assertThat(one.enrolled()).isEqualTo(counts ? row.enrolled() : 0);
            assertThat(one.datedAhead()).isEqualTo(ahead ? row.enrolled() : 0);
            assertThat(one.outsidePeriod()).isEqualTo(inPeriod ? 0 : row.enrolled());
            assertThat(one.certified()).isEqualTo(counts ? row.certified() : null);
            assertThat(one.adjustment()).isEqualTo(counts ? row.adjustment() : null);
            assertThat(one.movements())
                    .isEqualTo(all.movements().stream()
                            .filter(movement -> switch (movement.kind()) {
                                case MOVED_AWAY, WITHDRAWN ->
                                    movement.correction().from().enrolledOn().equals(row.date());
                                case MOVED_IN, WITHDREW_ELSEWHERE ->
                                    movement.correction().to().enrolledOn().equals(row.date());
                                case CHANGED_DAY ->
                                    movement.correction().from().enrolledOn().equals(row.date())
                                            || movement.correction()
                                                    .to()
                                                    .enrolledOn()
                                                    .equals(row.date());
                            })
                            .toList());
        }
    }

    @Property(tries = 150)
    void shouldListEveryCorrectionForBothItsAreas(@ForAll("worlds") World world) {
        Rows rows = Recount.of(world.statements(), world.references(), AsOf.RECORDED);
        Board board = new Publication().of(world.references()).of(rows).board();

        for (Campaign campaign : world.references().campaigns().values()) {
            CampaignId id = campaign.campaignId();
            LedgerWalk walk = new LedgerWalk().through(world.statements());
            BoardWithHistory told = new BoardWithHistory(board, walk.corrections(id), List.of());
            List<AreaId> leaves = areas(rows, id).stream()
                    .map(AreaRow::areaId)
                    .filter(area -> rows.areas().values().stream().noneMatch(row -> area.equals(row.parentId())))
                    .toList();
            for (Correction correction : walk.corrections(id)) {
                AreaId from = correction.from().areaId();
                AreaId to = correction.to().areaId();
                if (from.equals(to)) {
                    continue;
                }
                if (leaves.contains(from)) {
                    assertThat(explain(told, id, from, null).movements())
                            .filteredOn(movement -> movement.side() == Side.FROM)
                            .extracting(Movement::correction)
                            .contains(correction);
                }
                if (leaves.contains(to)) {
                    assertThat(explain(told, id, to, null).movements())
                            .filteredOn(movement -> movement.side() == Side.TO)
                            .extracting(Movement::correction)
                            .contains(correction);
                }
            }
        }
    }

    @Property(tries = 150)
    void shouldListEveryLostStatementForBothItsAreas(@ForAll("worlds") World world) {
        Rows rows = Recount.of(world.statements(), world.references(), AsOf.RECORDED);
        Board board = new Publication().of(world.references()).of(rows).board();

        for (Campaign campaign : world.references().campaigns().values()) {
            CampaignId id = campaign.campaignId();
            LedgerWalk walk = new LedgerWalk().through(world.statements());
            // worlds contain no duplicates, so no lost statement has won before
            BoardWithHistory told = new BoardWithHistory(board, walk.corrections(id), walk.lost(id));
            for (AreaRow area : areas(rows, id)) {
                if (area.parentId() == null) {
                    continue;
                }
                assertThat(explain(told, id, area.areaId(), null).lost())
                        .containsAll(walk.lost(id).stream()
                                .filter(loss -> loss.lost().areaId().equals(area.areaId())
                                        || loss.standing().areaId().equals(area.areaId()))
                                .toList());
            }
        }
    }

    @Property(tries = 150)
    void shouldBreakDownACount(@ForAll("worlds") World world) {
        Rows rows = Recount.of(world.statements(), world.references(), AsOf.RECORDED);
        Board board = new Publication().of(world.references()).of(rows).board();
        LedgerWalk walk = new LedgerWalk().through(world.statements());

        for (AreaRow area : rows.areas().values()) {
            Explanation explanation =
                    explain(new BoardWithHistory(board, List.of(), List.of()), area.campaignId(), area.areaId(), null);

            assertThat(explanation.enrolled()).isEqualTo(area.enrolled());
            assertThat(explanation.withdrawn()).isEqualTo(area.withdrawn());
            assertThat(explanation.outsidePeriod()).isEqualTo(area.outsidePeriod());
            assertThat(explanation.datedAhead()).isEqualTo(area.datedAhead());
            assertThat(explanation.parts())
                    .allSatisfy(part -> assertThat(part.enrolled())
                            .isEqualTo(rows.area(
                                            area.campaignId().value(),
                                            part.area().areaId().value())
                                    .enrolled()));
            assertThat(explanation.own()).isEqualTo(area.own().enrolled());
            assertThat(explanation.own())
                    .isEqualTo(walk.standings(area.campaignId()).stream()
                            .filter(standing -> standing.status() == Status.ENROLLED
                                    && standing.areaId().equals(area.areaId())
                                    && explanation.campaign().covers(standing.enrolledOn())
                                    && !standing.enrolledOn().isAfter(explanation.asOfDay()))
                            .count());
        }
    }

    @Test
    void shouldNameTheDefinedCampaignsAndAreasIfOneIsUnknown() {
        Board board = new Publication()
                .of(someReferences()
                        .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
                        .area("bac-giang", null, "province")
                        .area("yen-dung", "bac-giang", "district")
                        .area("ha-noi", null, "province")
                        .build())
                .board();

        assertRefused(board, "drive-2", "yen-dung", "there is no campaign drive-2; defined campaigns: drive");
        assertRefused(
                board, "drive", "yen-dũng", "there is no area yen-dũng; known, among others: bac-giang, yen-dung");
        assertRefused(board, "drive", "ha-noi", "area ha-noi is defined, but not below bac-giang, the root of drive");
        assertThat(Explanations.of(
                        new BoardWithHistory(board, List.of(), List.of()),
                        campaignId("drive"),
                        areaId("yen-dung"),
                        null))
                .isEmpty();
    }

    @Test
    void shouldReportTheCountOfAnUnplacedArea() {
        World world = new World(
                List.of(aStatement().in("nowhere").build()),
                someReferences()
                        .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
                        .area("bac-giang", null, "province")
                        .build());
        Rows rows = Recount.of(world.statements(), world.references(), AsOf.RECORDED);

        assertRefused(
                new Publication().of(world.references()).of(rows).board(),
                "drive",
                "nowhere",
                "area nowhere is not in the tree of drive, but people are enrolled there: 1; publish the definitions"
                        + " from bac-giang down to it, or have the statements corrected");
    }

    private static void assertRefused(Board board, String campaignId, String areaId, String message) {
        assertThatThrownBy(() -> Explanations.of(
                        new BoardWithHistory(board, List.of(), List.of()),
                        campaignId(campaignId),
                        areaId(areaId),
                        null))
                .isInstanceOf(ReportException.class)
                .hasMessage(message);
    }

    private static Explanation explain(
            BoardWithHistory told, CampaignId campaignId, AreaId areaId, @Nullable LocalDate day) {
        return Explanations.of(told, campaignId, areaId, day).orElseThrow();
    }

    private static List<AreaRow> areas(Rows rows, CampaignId campaignId) {
        return rows.areas().values().stream()
                .filter(row -> row.campaignId().equals(campaignId))
                .toList();
    }

    /** The expected falls, found by a full recount after each statement. */
    private static List<Fall> falls(World world, CampaignId campaignId) {
        List<Fall> falls = new ArrayList<>();
        Map<String, DayRow> before = Map.of();
        for (int i = 1; i <= world.statements().size(); i++) {
            List<Statement> soFar = world.statements().subList(0, i);
            Map<String, DayRow> after =
                    Recount.of(soFar, world.references(), AsOf.RECORDED).days();
            for (Map.Entry<String, DayRow> row : before.entrySet()) {
                DayRow was = row.getValue();
                DayRow is = Objects.requireNonNull(after.get(row.getKey()));
                if (was.campaignId().equals(campaignId) && is.enrolled() < was.enrolled()) {
                    falls.add(new Fall(was.areaId(), was.date()));
                }
            }
            before = after;
        }
        return falls;
    }
}
