package io.muster.domain.tally;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.ledger.Cell;
import io.muster.domain.ledger.Subtotal;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve.Linear;
import io.muster.domain.statement.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A drive of one month, judged every ten minutes while nothing arrives. In most zones the clocks change during it. */
class MonthOfMidnightsTest {

    private static final Duration STEP = Duration.ofMinutes(10);

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2023-03-01, 2023-03-31, 743", // to summer time at 02:00
        "Europe/Berlin, 2023-10-01, 2023-10-31, 745", // and back
        "America/Asuncion, 2023-10-01, 2023-10-31, 743", // at midnight, so 1 October begins at 01:00
        "Asia/Beirut, 2022-03-01, 2022-03-31, 743", // likewise, within the drive
        "Asia/Ho_Chi_Minh, 2023-05-01, 2023-05-31, 744"
    })
    void shouldAdvanceTheDayAtEveryLocalMidnightAndFireOnTime(ZoneId zone, LocalDate first, LocalDate last, int hours) {
        CampaignBoard board = new CampaignBoard(campaignId("drive"));
        board.refer(someReferences()
                .campaign(new Campaign(
                        campaignId("drive"),
                        Map.of(),
                        new Campaign.Period(first, last, zone),
                        areaId("root"),
                        new Linear(),
                        null,
                        null,
                        List.of()))
                .area("root", null, "province")
                .area("district", "root", "district")
                .target("drive", "district", 1_000)
                .build());
        Subtotal subtotal = new Subtotal();
        subtotal.add(Status.ENROLLED, 70);
        Instant spoke = first.plusDays(1).atStartOfDay(zone).plusHours(9).toInstant();
        subtotal.recorded().see(spoke.toEpochMilli());
        board.put(new Cell(campaignId("drive"), areaId("district"), first), 0, subtotal);

        Instant start = first.atStartOfDay(zone).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        assertThat(Duration.between(start, end)).hasHours(hours);
        Map<LocalDate, Instant> began = new TreeMap<>();
        List<AlertRow> fired = new ArrayList<>();
        for (Instant now = start; !now.isAfter(end); now = now.plus(STEP)) {
            Instant moment = now;
            board.changes(new AsOf.Wall(moment), change -> {
                if (change.row() instanceof AreaRow row && row.areaId().equals(areaId("district"))) {
                    assertThat(began.putIfAbsent(row.asOfDay(), moment)).isNull();
                }
                if (change.row() instanceof AlertRow row && row.since().equals(moment)) {
                    fired.add(row);
                }
            });
        }

        assertThat(began.keySet())
                .containsExactlyElementsOf(first.datesUntil(last.plusDays(2)).toList());
        assertThat(began)
                .allSatisfy((day, moment) ->
                        assertThat(moment).isEqualTo(day.atStartOfDay(zone).toInstant()));
        // 70 is behind plan on the evenings of the fourth and the fifth day
        assertThat(fired)
                .filteredOn(AlertRow::isFiring)
                .extracting(AlertRow::rule, AlertRow::since)
                .containsExactly(
                        tuple(AlertRule.SILENT, spoke.plus(Duration.ofDays(3))),
                        tuple(AlertRule.BEHIND, began.get(first.plusDays(5))),
                        tuple(AlertRule.MISSED, end));
    }
}
