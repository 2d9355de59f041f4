package io.muster.report.counted;

import static io.muster.board.Publication.COMPUTED_AT;
import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.board.BoardWithCertifiedCounts;
import io.muster.board.Publication;
import io.muster.contract.mapping.RowMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.reference.CertifiedCount;
import io.muster.domain.tally.DayRow;
import io.muster.report.counted.SignOffPlanner.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SignOffPlannerTest {

    private static final LocalDate MAY_1 = LocalDate.parse("2023-05-01");
    private static final LocalDate MAY_2 = LocalDate.parse("2023-05-02");

    private final Map<AreaId, NavigableMap<LocalDate, Long>> certified = new HashMap<>();
    private final Publication published = new Publication()
            .of(someReferences()
                    .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
                    .area("bac-giang", null, "province")
                    .area("yen-dung", "bac-giang", "district")
                    .area("son-dong", "bac-giang", "district")
                    .area("ha-noi", null, "province")
                    .build());

    @Test
    void shouldSignOffEveryDayOfEveryAreaWithCounts() {
        count("bac-giang", "2023-05-02", 7);
        count("yen-dung", "2023-05-02", 7);
        count("ha-noi", "2023-05-02", 9);
        count("bac-giang", "2023-05-03", 1);
        count("bac-giang", "2023-04-30", 1);

        SignOff signOff = signOff("2023-05-02");

        assertThat(signOff.counts())
                .containsExactlyInAnyOrder(
                        signed("bac-giang", MAY_1, 0),
                        signed("bac-giang", MAY_2, 7),
                        signed("yen-dung", MAY_1, 0),
                        signed("yen-dung", MAY_2, 7));
        assertThat(signOff.areas()).isEqualTo(2);
        assertThat(signOff.days()).containsExactly(new SignOff.Day(MAY_1, 0, null), new SignOff.Day(MAY_2, 7, null));
        assertThat(signOff.enrolled()).isEqualTo(7);
        assertThat(signOff.keptDays()).isZero();
    }

    @Test
    void shouldKeepCertifiedDays() {
        count("bac-giang", "2023-05-01", 5);
        count("bac-giang", "2023-05-02", 7);
        certified("bac-giang", MAY_1, 4);

        SignOff signOff = signOff("2023-05-02");

        assertThat(signOff.counts()).containsExactly(signed("bac-giang", MAY_2, 7));
        assertThat(signOff.keptDays()).isEqualTo(1);
    }

    @Test
    void shouldSignOffAgainOnlyOnRequest() {
        count("bac-giang", "2023-05-01", 5);
        certified("bac-giang", MAY_1, 4);

        assertRefused(
                request("2023-05-01"),
                "drive is certified through 2023-05-01 already; to sign its days off again"
                        + " with their current counts, add --again");
        SignOff again = signOff(new Request(MAY_1, false, true, Instant.parse("2023-06-01T00:00:00Z")));

        assertThat(again.counts()).containsExactly(signed("bac-giang", MAY_1, 5));
        assertThat(again.days()).containsExactly(new SignOff.Day(MAY_1, 5, 4L));
    }

    @Test
    void shouldRejectADayThatIsNotOverInTheZoneOfTheCampaign() {
        count("bac-giang", "2023-05-02", 5);
        Instant lastSecond = Instant.parse("2023-05-02T16:59:59Z");

        assertRefused(
                new Request(MAY_2, false, false, lastSecond),
                "2023-05-02 is not over yet in Asia/Ho_Chi_Minh; certify it tomorrow, or add --early to sign off"
                        + " its current count");

        assertThat(signOff(new Request(MAY_2, true, false, lastSecond)).enrolled())
                .isEqualTo(5);
        assertThat(signOff(new Request(MAY_2, false, false, lastSecond.plusSeconds(1)))
                        .enrolled())
                .isEqualTo(5);
    }

    @Test
    void shouldRejectDaysOutsideThePeriodAndUncountedCampaigns() {
        String outside = " is not a day of drive, which runs from 2023-05-01 to 2023-05-31";

        assertRefused(request("2023-04-30"), "2023-04-30" + outside);
        assertRefused(request("2023-06-01"), "2023-06-01" + outside);
        assertRefused(request("2023-05-02"), "no day of drive has been counted yet; is `muster streams` running?");
        assertThatThrownBy(() -> SignOffPlanner.plan(told(), campaignId("drive-2"), request("2023-05-02")))
                .isInstanceOf(ReportException.class)
                .hasMessage("there is no campaign drive-2; defined campaigns: drive");
    }

    private void count(String areaId, String day, long enrolled) {
        LocalDate date = LocalDate.parse(day);
        published.put(
                Topics.DAILY_COUNTS,
                RecordKeys.day(campaignId("drive"), areaId(areaId), date),
                RowMapping.toAvro(
                        new DayRow(campaignId("drive"), areaId(areaId), date, enrolled, 0, null), COMPUTED_AT));
    }

    private void certified(String areaId, LocalDate day, long enrolled) {
        certified.computeIfAbsent(areaId(areaId), any -> new TreeMap<>()).put(day, enrolled);
    }

    private static CertifiedCount signed(String areaId, LocalDate day, long enrolled) {
        return new CertifiedCount(campaignId("drive"), areaId(areaId), day, enrolled);
    }

    private static Request request(String through) {
        return new Request(LocalDate.parse(through), false, false, Instant.parse("2023-07-01T00:00:00Z"));
    }

    private SignOff signOff(String through) {
        return signOff(request(through));
    }

    private SignOff signOff(Request wish) {
        return SignOffPlanner.plan(told(), campaignId("drive"), wish);
    }

    private BoardWithCertifiedCounts told() {
        return new BoardWithCertifiedCounts(published.board(), certified);
    }

    private void assertRefused(Request wish, String message) {
        assertThatThrownBy(() -> signOff(wish))
                .isInstanceOf(ReportException.class)
                .hasMessage(message);
    }
}
