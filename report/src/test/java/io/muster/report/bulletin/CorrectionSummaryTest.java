package io.muster.report.bulletin;

import static io.muster.report.fixture.Corrected.at;
import static io.muster.report.fixture.Corrected.in;
import static io.muster.report.fixture.Corrected.out;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.board.Board;
import io.muster.board.BoardWithCorrections;
import io.muster.board.Publication;
import io.muster.domain.CampaignId;
import io.muster.domain.fixture.World;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.ledger.Correction;
import io.muster.domain.ledger.Standing;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Status;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import io.muster.report.bulletin.CorrectionSummary.Change;
import io.muster.report.bulletin.CorrectionSummary.Kind;
import io.muster.report.counted.ReportException;
import io.muster.report.counted.Subtree;
import io.muster.report.fixture.BacGiang2023;
import io.muster.report.fixture.LedgerWalk;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectionSummaryTest {

    private static final LocalDate MAY_18 = BacGiang2023.AS_OF;
    private static final LocalDate LONG_BEFORE = LocalDate.EPOCH.minusDays(2);
    private static final String NOON = "2023-05-18T05:00:00Z";

    @Provide
    Arbitrary<World> worlds() {
        return Worlds.worlds();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Worlds.days();
    }

    @Property(tries = 200)
    void shouldAddUpWithNewEnrollmentsToTheCounts(
            @ForAll("worlds") World world, @ForAll("days") LocalDate today, @ForAll boolean lookBack) {
        Rows rows = Recount.of(world.statements(), world.references(), AsOf.on(today));
        Board board = new Publication().of(world.references()).of(rows).board();
        LedgerWalk walk = new LedgerWalk().through(world.statements());

        for (CampaignRow row : rows.campaigns().values()) {
            Campaign campaign = world.references().campaigns().get(row.campaignId());
            LocalDate day = lookBack ? today.minusDays(3) : null;
            if (campaign == null || row.root() == null || (day != null && day.isBefore(campaign.startsOn()))) {
                continue;
            }
            for (String level : levels(rows, row.campaignId())) {
                Bulletin bulletin = Bulletins.of(
                                new BoardWithCorrections(board, walk.corrections(row.campaignId())),
                                row.campaignId(),
                                new BulletinRequest(day, level, LONG_BEFORE))
                        .orElseThrow();
                List<Standing> arrived = walk.arrivals(row.campaignId()).stream()
                        .filter(standing -> counts(standing, campaign, bulletin.asOfDay()))
                        .toList();
                Subtree tree = new Subtree(bulletin.root(), board.areas());
                CorrectionSummary.Sum made =
                        requireNonNull(bulletin.corrections()).made();

                assertThat(bulletin.total().enrolled()).isEqualTo(below(bulletin.root(), tree, arrived) + made.net());
                assertThat(bulletin.lines())
                        .allSatisfy(line -> assertThat(line.figures().enrolled())
                                .isEqualTo(below(line.area(), tree, arrived) + net(made, line.area())));
                assertThat(requireNonNull(bulletin.corrections()).later().all()).isZero();
            }
        }
    }

    @Test
    void shouldReportCorrectionsOfTheLocalAsOfDay() {
        CorrectionSummary told = corrections(
                MAY_18,
                null,
                at("2023-05-17T16:59:59.999Z", in("hiep-hoa", "2023-05-12"), out("hiep-hoa", "2023-05-12")),
                at("2023-05-17T17:00:00Z", in("tan-yen", "2023-05-12"), out("tan-yen", "2023-05-12")),
                at("2023-05-18T16:59:59.999Z", in("tan-yen", "2023-05-13"), out("tan-yen", "2023-05-13")),
                at("2023-05-18T17:00:00Z", in("luc-nam", "2023-05-12"), out("luc-nam", "2023-05-12")));

        assertThat(told.from()).isEqualTo(MAY_18);
        assertThat(told.through()).isEqualTo(MAY_18);
        assertThat(changes(told.made())).containsExactly(Map.entry("tan-yen", -2L));
        assertThat(changes(told.later())).containsExactly(Map.entry("luc-nam", -1L));
    }

    @Test
    void shouldReportCorrectionsSinceThePreviousBulletin() {
        CorrectionSummary told = corrections(
                MAY_18,
                MAY_18.minusDays(3),
                at("2023-05-15T16:00:00Z", in("hiep-hoa", "2023-05-12"), out("hiep-hoa", "2023-05-12")),
                at("2023-05-15T18:00:00Z", in("tan-yen", "2023-05-12"), out("tan-yen", "2023-05-12")));

        assertThat(told.from()).isEqualTo("2023-05-16");
        assertThat(changes(told.made())).containsExactly(Map.entry("tan-yen", -1L));
    }

    @Test
    void shouldUseTheRecordedTimeWhenADriveIsReplayed() {
        CorrectionSummary told = corrections(
                MAY_18,
                null,
                at("2026-11-22T10:04:37Z", in("hiep-hoa", "2023-05-12"), out("hiep-hoa", "2023-05-18")),
                at("2026-11-22T10:04:37Z", in("tan-yen", "2023-05-12"), out("tan-yen", "2023-05-17")));

        assertThat(changes(told.made())).containsExactly(Map.entry("hiep-hoa", -1L));
        assertThat(told.later().all()).isZero();
    }

    @Test
    void shouldDistinguishTheKindsOfCorrections() {
        Correction moved = at(NOON, in("hiep-hoa", "2023-05-12"), in("tan-yen", "2023-05-11"));
        Correction movedUp = at(NOON, in("luc-nam", "2023-05-12"), in("bac-giang", "2023-05-12"));
        Correction movedWithinADistrict = at(NOON, in("commune-1", "2023-05-12"), in("commune-2", "2023-05-12"));
        Correction movedOnAnotherDay = at(NOON, in("commune-1", "2023-05-12"), in("commune-2", "2023-05-13"));
        Correction changedDay = at(NOON, in("commune-1", "2023-05-12"), in("commune-1", "2023-05-13"));
        Correction withdrawn = at(NOON, in("hiep-hoa", "2023-05-12"), out("hiep-hoa", "2023-05-18"));
        Correction tooLateADay = at(NOON, in("hiep-hoa", "2023-05-12"), in("hiep-hoa", "2023-05-19"));
        Correction unknownArea = at(NOON, in("hiep-hoa", "2023-05-12"), in("nowhere", "2023-05-12"));
        Correction intoThePeriod = at(NOON, in("yen-the", "2023-04-30"), in("yen-the", "2023-05-01"));
        Correction neverCounted = at(NOON, in("yen-the", "2023-04-30"), out("yen-the", "2023-04-30"));

        CorrectionSummary.Sum made = corrections(
                        MAY_18,
                        null,
                        moved,
                        movedUp,
                        movedWithinADistrict,
                        movedOnAnotherDay,
                        changedDay,
                        withdrawn,
                        tooLateADay,
                        unknownArea,
                        intoThePeriod,
                        neverCounted)
                .made();

        assertThat(made.cases())
                .isEqualTo(Map.of(
                        Kind.MOVED, 4L, Kind.CHANGED_DAY, 1L, Kind.WITHDRAWN, 1L, Kind.LEFT, 2L, Kind.RESTORED, 1L));
        assertThat(made.all()).isEqualTo(9);
        assertThat(made.net()).isEqualTo(-2);
        assertThat(changes(made))
                .containsExactly(
                        Map.entry("hiep-hoa", -4L),
                        Map.entry("luc-nam", -1L),
                        Map.entry("tan-yen", 1L),
                        Map.entry("yen-the", 1L));
    }

    @Test
    void shouldBeAbsentIfCorrectionsAreNotRead() {
        assertThat(Bulletins.latest(BacGiang2023.board(), BacGiang2023.ID, null)
                        .orElseThrow()
                        .corrections())
                .isNull();
    }

    @Test
    void shouldRejectAPreviousBulletinOfTheSameDay() {
        assertThatThrownBy(() -> corrections(MAY_18, MAY_18))
                .isInstanceOf(ReportException.class)
                .hasMessage("the day of the previous bulletin must be before 2023-05-18, but is 2023-05-18");
    }

    private static CorrectionSummary corrections(LocalDate day, @Nullable LocalDate since, Correction... made) {
        return requireNonNull(Bulletins.of(
                        new BoardWithCorrections(BacGiang2023.boardOn(MAY_18.plusDays(1)), List.of(made)),
                        BacGiang2023.ID,
                        new BulletinRequest(day, null, since))
                .orElseThrow()
                .corrections());
    }

    private static long net(CorrectionSummary.Sum sum, Area area) {
        return sum.byArea().stream()
                .filter(change -> change.area().equals(area))
                .mapToLong(Change::net)
                .sum();
    }

    private static List<Map.Entry<String, Long>> changes(CorrectionSummary.Sum sum) {
        return sum.byArea().stream().map(CorrectionSummaryTest::entry).toList();
    }

    private static Map.Entry<String, Long> entry(Change change) {
        return Map.entry(change.area().areaId().value(), change.net());
    }

    private static boolean counts(Standing standing, Campaign campaign, LocalDate through) {
        return standing.status() == Status.ENROLLED
                && campaign.covers(standing.enrolledOn())
                && !standing.enrolledOn().isAfter(through);
    }

    private static long below(Area area, Subtree tree, List<Standing> standings) {
        return standings.stream()
                .filter(standing -> tree.idsFrom(area).contains(standing.areaId()))
                .count();
    }

    private static List<String> levels(Rows rows, CampaignId campaignId) {
        return rows.areas().values().stream()
                .filter(row -> row.campaignId().equals(campaignId))
                .map(AreaRow::level)
                .distinct()
                .toList();
    }
}
