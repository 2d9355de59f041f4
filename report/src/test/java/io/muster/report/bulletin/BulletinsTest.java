package io.muster.report.bulletin;

import static io.muster.domain.fixture.TestIds.areaIds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.board.Board;
import io.muster.board.Publication;
import io.muster.domain.AreaId;
import io.muster.domain.fixture.World;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.domain.plan.PaceStatus;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import io.muster.report.bulletin.Bulletin.Line;
import io.muster.report.fixture.BacGiang2023;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BulletinsTest {

    @Provide
    Arbitrary<World> worlds() {
        return Worlds.worlds();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Worlds.days();
    }

    @Property(tries = 300)
    void shouldAgreeWithThePublishedProgressIfNoDayIsRequested(
            @ForAll("worlds") World world, @ForAll("days") LocalDate today) {
        Rows rows = Recount.of(world.statements(), world.references(), AsOf.on(today));
        Board board = new Publication().of(world.references()).of(rows).board();

        for (CampaignRow row : rows.campaigns().values()) {
            AreaRow root = row.root();
            if (root != null) {
                for (String level : levels(rows, row)) {
                    Bulletin bulletin =
                            Bulletins.latest(board, row.campaignId(), level).orElseThrow();

                    assertThat(bulletin.asOfDay()).isEqualTo(row.asOfDay());
                    assertThat(bulletin.stock()).isEqualTo(row.stock());
                    assertThat(bulletin.quality()).isEqualTo(row.quality());
                    assertSame(bulletin.total(), root);
                    assertThat(bulletin.lines())
                            .map(line -> line.area().areaId())
                            .containsExactlyInAnyOrderElementsOf(areas(rows, row, level));
                    assertThat(bulletin.lines())
                            .allSatisfy(line -> assertSame(
                                    line,
                                    rows.area(
                                            row.campaignId().value(),
                                            line.area().areaId().value())));
                }
            }
        }
    }

    @Property(tries = 300)
    void shouldListThePublishedLeaders(@ForAll("worlds") World world, @ForAll("days") LocalDate today) {
        Rows rows = Recount.of(world.statements(), world.references(), AsOf.on(today));
        Board board = new Publication().of(world.references()).of(rows).board();

        for (CampaignRow row : rows.campaigns().values()) {
            AreaRow root = row.root();
            for (CampaignRow.LevelLeaders leaders : row.leaders()) {
                // the root may share a level with areas below it: it gets a line, but is not ranked among them
                if (root != null && !root.level().equals(leaders.level())) {
                    Bulletin bulletin = Bulletins.latest(board, row.campaignId(), leaders.level())
                            .orElseThrow();
                    assertThat(bulletin.leadersByCount())
                            .map(line -> line.area().areaId())
                            .isEqualTo(ids(leaders.byCount()));
                    assertThat(bulletin.leadersByAttainment())
                            .map(line -> line.area().areaId())
                            .isEqualTo(ids(leaders.byAttainment()));
                }
            }
        }
    }

    @Property(tries = 300)
    void shouldCountUpToTheRequestedDay(@ForAll("worlds") World world, @ForAll("days") LocalDate day) {
        LocalDate today = day.plusDays(20);
        Rows now = Recount.of(world.statements(), world.references(), AsOf.on(today));
        Rows then = Recount.of(world.statements(), world.references(), AsOf.on(day));
        Board board = new Publication().of(world.references()).of(now).board();

        for (CampaignRow row : now.campaigns().values()) {
            var campaign = world.references().campaigns().get(row.campaignId());
            if (campaign == null || row.root() == null || day.isBefore(campaign.startsOn())) {
                continue;
            }
            for (String level : levels(now, row)) {
                Bulletin bulletin = Bulletins.of(board, null, row.campaignId(), new BulletinRequest(day, level, null))
                        .orElseThrow();

                assertThat(bulletin.lines()).allSatisfy(line -> {
                    AreaRow judged = then.area(
                            row.campaignId().value(), line.area().areaId().value());
                    assertThat(line.figures().today()).isEqualTo(judged.today());
                    assertThat(line.figures().last7Days()).isEqualTo(judged.last7Days());
                    assertThat(line.figures().expected())
                            .isEqualTo(judged.pace().expectedEndOfDay());
                    assertThat(line.figures().enrolled())
                            .isEqualTo(now.days().values().stream()
                                    .filter(counted -> counted.campaignId().equals(row.campaignId())
                                            && counted.areaId()
                                                    .equals(line.area().areaId())
                                            && campaign.covers(counted.date())
                                            && !counted.date().isAfter(day))
                                    .mapToLong(counted -> counted.enrolled())
                                    .sum());
                });
                List<Line> ranked = bulletin.lines().stream()
                        .filter(line -> line.rankByCount() != null)
                        .toList();
                assertRanks(ranked, line -> line.figures().enrolled(), Line::rankByCount);
                assertRanks(
                        bulletin.lines().stream()
                                .filter(line -> line.rankByAttainment() != null)
                                .toList(),
                        line -> Math.round(100 * requireNonNull(line.figures().attainmentPercent())),
                        Line::rankByAttainment);
            }
        }
    }

    @Test
    void shouldListTheTargetsReachedByTheRequestedDay() {
        Bulletin before = bulletinOf("2023-05-16");
        Bulletin on = bulletinOf("2023-05-17");

        assertThat(before.completed()).isEmpty();
        assertThat(on.completed()).map(line -> line.area().areaId()).containsExactly(areaIds("son-dong", "yen-dung"));
        assertThat(on.completed())
                .allSatisfy(line -> assertThat(line.figures().completedOn()).isEqualTo("2023-05-17"));
    }

    @Test
    void shouldCompareAFinishedDayWithItsOwnPlanAndARunningDayWithThatOfTheDayBefore() {
        Bulletin over = bulletinOf("2023-05-17");
        Bulletin running = bulletinOf("2023-05-18");

        assertThat(over.isDayOver()).isTrue();
        assertThat(over.plannedThrough()).isEqualTo("2023-05-17");
        assertThat(running.isDayOver()).isFalse();
        assertThat(running.plannedThrough()).isEqualTo("2023-05-17");
        // 17 days of 31
        assertThat(running.total().expected()).isEqualTo(1_801.45);
        assertThat(running.total().needed()).isEqualTo(1_802);
        assertThat(running.total().behindBy()).isZero();
    }

    @Test
    void shouldSortAreasBehindThePlanByMissingWholePersons() {
        List<Line> behind = bulletinOf("2023-05-18").behind();

        assertThat(behind)
                .map(line -> line.area().areaId())
                .containsExactly(areaIds("luc-nam", "viet-yen", "tan-yen", "lang-giang", "bac-giang-city", "yen-the"));
        // 380 × 17 ÷ 31 = 208.39, enrolled are 165
        assertThat(behind.get(0).figures().behindBy()).isEqualTo(44);
    }

    @Test
    void shouldEndTheCurveOnTheAsOfDayAndThePlanOnTheLastDay() {
        List<Bulletin.CurvePoint> curve = bulletinOf("2023-05-18").curve();

        assertThat(curve).hasSize(32);
        assertThat(curve.get(0)).isEqualTo(new Bulletin.CurvePoint(LocalDate.parse("2023-04-30"), 0L, 0.0));
        assertThat(curve.get(18)).isEqualTo(new Bulletin.CurvePoint(LocalDate.parse("2023-05-18"), 1_928L, 1_907.42));
        assertThat(curve.get(19).enrolled()).isNull();
        assertThat(curve.get(31)).isEqualTo(new Bulletin.CurvePoint(LocalDate.parse("2023-05-31"), null, 3_285.0));
    }

    @Test
    void shouldListTheAreasBelowTheRootIfNoLevelIsRequested() {
        assertThat(bulletinOf("2023-05-18").level()).isEqualTo("district");
        assertThat(bulletinOf("2023-05-18").lines()).hasSize(10);
    }

    static Bulletin bulletinOf(String day) {
        return Bulletins.of(BacGiang2023.board(), null, BacGiang2023.ID, BulletinRequest.asOf(LocalDate.parse(day)))
                .orElseThrow();
    }

    private static void assertSame(Line line, AreaRow row) {
        assertSame(line.figures(), row);
        // areas with a count of 0 have no rank
        assertThat(line.rankByCount()).isEqualTo(row.enrolled() == 0 ? null : (Integer) row.rankByCount());
        assertThat(line.rankByAttainment()).isEqualTo(row.enrolled() == 0 ? null : row.rankByAttainment());
    }

    private static void assertSame(Figures figures, AreaRow row) {
        assertThat(figures.enrolled()).isEqualTo(row.enrolled());
        assertThat(figures.today()).isEqualTo(row.today());
        assertThat(figures.last7Days()).isEqualTo(row.last7Days());
        assertThat(figures.target()).isEqualTo(row.target());
        assertThat(figures.completedOn()).isEqualTo(row.completedOn());
        assertThat(figures.attainmentPercent()).isEqualTo(row.attainmentPercent());
        assertThat(figures.expected()).isEqualTo(row.pace().expected());
        // after the campaign, lagging areas have missed their target
        PaceStatus status = row.pace().status();
        assertThat(figures.behindBy() > 0)
                .isEqualTo(status == PaceStatus.BEHIND
                        || (status == PaceStatus.MISSED
                                && row.enrolled()
                                        < requireNonNull(figures.planned()).doubleValue()));
    }

    /** A rank is one more than the number of areas ahead. */
    private static void assertRanks(
            List<Line> lines, ToLongFunction<Line> figure, Function<Line, @Nullable Integer> rank) {
        for (Line line : lines) {
            long ahead = lines.stream()
                    .filter(other -> figure.applyAsLong(other) > figure.applyAsLong(line))
                    .count();
            assertThat(rank.apply(line)).isEqualTo((int) ahead + 1);
        }
    }

    private static List<String> levels(Rows rows, CampaignRow campaign) {
        return rows.areas().values().stream()
                .filter(row -> row.campaignId().equals(campaign.campaignId()))
                .map(AreaRow::level)
                .distinct()
                .toList();
    }

    private static List<AreaId> areas(Rows rows, CampaignRow campaign, String level) {
        return rows.areas().values().stream()
                .filter(row -> row.campaignId().equals(campaign.campaignId()) && Objects.equals(row.level(), level))
                .map(AreaRow::areaId)
                .toList();
    }

    private static List<AreaId> ids(List<CampaignRow.Leader> leaders) {
        return leaders.stream().map(CampaignRow.Leader::areaId).toList();
    }
}
