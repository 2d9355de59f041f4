package io.muster.report.bulletin;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.areaIds;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.tally.AreaRow;
import io.muster.report.bulletin.Bulletin.Line;
import io.muster.report.bulletin.Bulletin.Own;
import io.muster.report.bulletin.Bulletin.Phase;
import io.muster.report.fixture.SmallDrive;
import io.muster.report.print.BulletinFormat;
import io.muster.report.wording.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToDateTest {

    private final SmallDrive drive = new SmallDrive()
            .target("tinh", 10)
            .target("dong", 4)
            .enroll("dong.chu", "2023-05-17", 2)
            .enroll("tay.tan-an", "2023-05-18", 1)
            .enroll("dong.chu", "2023-05-19", 3)
            .enroll("dong", "2023-05-16", 1)
            .enroll("tinh", "2023-05-18", 2)
            .enroll("tinh", "2023-05-10", 1);

    @ParameterizedTest
    @EnumSource
    void shouldPrintTheSameIfTheAsOfDayIsRequested(BulletinFormat format) {
        Bulletin latest = drive.bulletin("2023-05-18", null, null);
        Bulletin asked = drive.bulletin("2023-05-18", "2023-05-18", null);

        assertThat(format.write(asked, Language.EN)).isEqualTo(format.write(latest, Language.EN));
    }

    @Test
    void shouldCountParticipantsDatedAheadSeparately() {
        Bulletin today = drive.bulletin("2023-05-18", null, null);
        AreaRow row = drive.rows("2023-05-18").area(SmallDrive.ID, "dong");
        Line line = line(today, "dong");

        assertThat(today.total().enrolled()).isEqualTo(7);
        assertThat(today.total().datedAhead()).isEqualTo(3);
        assertThat(line.figures().enrolled()).isEqualTo(row.enrolled()).isEqualTo(3);
        assertThat(line.figures().datedAhead()).isEqualTo(row.datedAhead()).isEqualTo(3);
        assertThat(line.figures().completedOn()).isNull();
        assertThat(today.curve().get(19).enrolled()).isNull();
        assertThat(BulletinFormat.TEXT.write(today, Language.EN))
                .contains("Dated ahead, to be counted when their day comes: 3.");
        assertThat(line(drive.bulletin("2023-05-19", null, null), "dong")
                        .figures()
                        .completedOn())
                .isEqualTo("2023-05-19");
    }

    @Test
    void shouldReportNothingDatedAheadForAnEarlierDay() {
        assertThat(drive.bulletin("2023-05-25", "2023-05-18", null).total().datedAhead())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"district", "commune"})
    void shouldAddUpToTheTotalTogetherWithOwnCounts(String level) {
        Bulletin bulletin = drive.bulletin("2023-05-18", null, level);

        assertThat(bulletin.lines().stream()
                                .mapToLong(line -> line.figures().enrolled())
                                .sum()
                        + bulletin.own().stream().mapToLong(Own::enrolled).sum())
                .isEqualTo(bulletin.total().enrolled());
        assertThat(bulletin.lines().stream()
                                .mapToLong(line -> line.figures().today())
                                .sum()
                        + bulletin.own().stream().mapToLong(Own::today).sum())
                .isEqualTo(bulletin.total().today());
        assertThat(bulletin.lines().stream()
                                .mapToLong(line -> line.figures().last7Days())
                                .sum()
                        + bulletin.own().stream().mapToLong(Own::last7Days).sum())
                .isEqualTo(bulletin.total().last7Days());
    }

    @Test
    void shouldListOwnCountsOfAreasAboveTheRequestedLevel() {
        Bulletin bulletin = drive.bulletin("2023-05-18", null, "commune");
        AreaRow root = drive.rows("2023-05-18").area(SmallDrive.ID, "tinh");

        assertThat(bulletin.own()).extracting(own -> own.area().areaId()).containsExactly(areaIds("tinh", "dong"));
        assertThat(bulletin.own().get(0).enrolled())
                .isEqualTo(root.own().enrolled())
                .isEqualTo(3);
        assertThat(bulletin.own().get(0).today()).isEqualTo(root.own().today()).isEqualTo(2);
        assertThat(BulletinFormat.TEXT.write(bulletin, Language.EN)).contains("stated for Đông itself");
        assertThat(BulletinFormat.TEXT.write(bulletin, Language.VI)).contains("khai báo cho chính Tỉnh");
        assertThat(BulletinFormat.HTML.write(bulletin, Language.EN)).contains("stated for Đông itself");
        assertThat(BulletinFormat.CSV.write(bulletin, Language.EN))
                .contains("dong,stated for Đông itself,1,0,1,,,,,,,,,0,true");
    }

    @Test
    void shouldDistinguishRepeatedNames() {
        Bulletin bulletin = new SmallDrive()
                .enroll("tay.tan-an", "2023-05-17", 2)
                .enroll("dong.tan-an", "2023-05-17", 1)
                .enroll("dong.chu", "2023-05-17", 1)
                .bulletin("2023-05-18", null, "commune");

        assertThat(BulletinFormat.TEXT.write(bulletin, Language.EN))
                .contains("Leading by number of new participants: Tân An (Tây) 2, Chũ 1, Tân An (Đông) 1.")
                .contains("  Tân An (Đông)");
        assertThat(BulletinFormat.JSON.write(bulletin, Language.VI)).contains("\"name\" : \"Tân An (Đông)\"");
        assertThat(BulletinFormat.CSV.write(bulletin, Language.VI)).contains("dong.tan-an,Tân An (Đông),1");
        assertThat(BulletinFormat.HTML.write(bulletin, Language.VI)).contains(">Tân An (Đông)<");
    }

    @Test
    void shouldNotRoundUpToAReachedTargetOrDownToZero() {
        Bulletin bulletin = new SmallDrive()
                .target("tinh", 25_001)
                .target("tay", 25_000)
                .target("dong", 25_000)
                .enroll("tay", "2023-05-17", 24_999)
                .enroll("dong", "2023-05-17", 1)
                .bulletin("2023-05-18", null, null);

        assertThat(line(bulletin, "tay").figures().attainmentPercent()).isEqualTo(100.0);
        for (BulletinFormat format : new BulletinFormat[] {BulletinFormat.TEXT, BulletinFormat.HTML}) {
            assertThat(format.write(bulletin, Language.EN))
                    .contains("99.99%", "0.01%")
                    .doesNotContain("100.00%")
                    .doesNotContain(" 0.00%");
        }
    }

    @Test
    void shouldDeriveThePhaseFromTheDay() {
        assertThat(drive.bulletin("2023-04-28", null, null).phase()).isEqualTo(Phase.NOT_STARTED);
        assertThat(drive.bulletin("2023-05-01", null, null).phase()).isEqualTo(Phase.RUNNING);
        assertThat(drive.bulletin("2023-05-31", null, null).phase()).isEqualTo(Phase.RUNNING);
        assertThat(drive.bulletin("2023-06-01", null, null).phase()).isEqualTo(Phase.OVER);
        assertThat(drive.bulletin("2023-06-01", "2023-05-31", null).phase()).isEqualTo(Phase.OVER);
        assertThat(drive.bulletin("2023-06-01", "2023-05-30", null).phase()).isEqualTo(Phase.RUNNING);
    }

    private static Line line(Bulletin bulletin, String areaId) {
        return bulletin.lines().stream()
                .filter(line -> line.area().areaId().equals(areaId(areaId)))
                .findFirst()
                .orElseThrow();
    }
}
