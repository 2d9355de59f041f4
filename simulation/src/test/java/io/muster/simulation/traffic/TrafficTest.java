package io.muster.simulation.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.Target;
import io.muster.domain.statement.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Instant NOW = Instant.parse("2026-11-20T17:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final TrafficPlan PLAN =
            new TrafficPlan(7, 4, 700, 100_000, TrafficPlan.Span.endingAt(NOW, 61, ZONE), TrafficPlan.Shares.USUAL);

    @Test
    void shouldGenerateDuplicatesWithdrawalsAndMovesInTheirShares() {
        Traffic traffic = new Traffic(PLAN);
        traffic.forEachRemaining(said -> {});
        ExpectedTotals totals = traffic.expected();

        assertThat(totals.statements()).isEqualTo(100_000);
        assertThat(totals.duplicates() / 100_000.0).isCloseTo(0.03, offset(0.003));
        assertThat(totals.withdrawals() / 100_000.0).isCloseTo(0.02, offset(0.003));
        assertThat(totals.moves() / 100_000.0).isCloseTo(0.02, offset(0.003));
    }

    @Test
    void shouldGenerateStaleVersionsAfterNewerOnes() {
        Map<String, Long> highest = new HashMap<>();
        long stale = 0;
        Traffic traffic = new Traffic(PLAN);
        while (traffic.hasNext()) {
            Statement said = traffic.next();
            String participant = said.campaignId() + ":" + said.participantRef();
            stale += highest.merge(participant, said.version(), Math::max) > said.version() ? 1 : 0;
        }

        assertThat(stale).isPositive();
    }

    @Test
    void shouldSpanFromTheFirstDayToTheGivenMoment() {
        List<Statement> lines = lines(PLAN);

        assertThat(lines.get(0).enrolledOn()).isEqualTo(LocalDate.parse("2026-09-22"));
        assertThat(lines.get(lines.size() - 1).recordedAt()).isEqualTo(NOW);
        assertThat(lines.stream().map(Statement::enrolledOn).distinct()).hasSize(61);
    }

    @Test
    void shouldFillAPastCampaignUpToItsEnd() {
        TrafficPlan.Span past = new TrafficPlan.Span(LocalDate.parse("2023-05-01"), 31, ZONE, NOW);
        List<Statement> lines = lines(new TrafficPlan(1, 1, 20, 5_000, past, TrafficPlan.Shares.USUAL));

        assertThat(lines.get(lines.size() - 1).recordedAt()).isEqualTo(Instant.parse("2023-05-31T16:59:59.999Z"));
    }

    @Test
    void shouldRecordNothingAfterTheGivenTime() {
        TrafficPlan.Span running = new TrafficPlan.Span(LocalDate.parse("2026-11-01"), 61, ZONE, NOW);
        List<Statement> lines = lines(new TrafficPlan(1, 1, 20, 5_000, running, TrafficPlan.Shares.USUAL));

        assertThat(lines.get(lines.size() - 1).recordedAt()).isEqualTo(NOW);
    }

    @Test
    void shouldNameOnlyAreasAndCampaignsOfItsReferenceRecords() {
        TrafficReferences references = TrafficReferences.of(PLAN);
        Set<AreaId> areas = references.areas().stream().map(Area::areaId).collect(Collectors.toSet());
        Set<CampaignId> campaigns =
                references.campaigns().stream().map(Campaign::campaignId).collect(Collectors.toSet());

        assertThat(lines(PLAN))
                .allMatch(said -> areas.contains(said.areaId()) && campaigns.contains(said.campaignId()));
        assertThat(areas).hasSize(1 + 35 + 700);
        assertThat(campaigns).hasSize(4);
    }

    @Test
    void shouldHaveAnAreaTreeWithoutUnknownParents() {
        List<Area> areas = TrafficReferences.of(PLAN).areas();
        Set<AreaId> ids = areas.stream().map(Area::areaId).collect(Collectors.toSet());

        assertThat(areas.get(0).parentId()).isNull();
        assertThat(areas.stream().skip(1)).allMatch(area -> area.parentId() != null && ids.contains(area.parentId()));
    }

    @Test
    void shouldHaveTargetsThatAddUp() {
        TrafficReferences references = TrafficReferences.of(PLAN);
        Map<AreaId, String> levels = references.areas().stream().collect(Collectors.toMap(Area::areaId, Area::level));
        Map<String, Long> sums = references.targets().stream()
                .collect(Collectors.groupingBy(
                        target -> levels.getOrDefault(target.areaId(), "?"), Collectors.summingLong(Target::target)));

        assertThat(sums.values()).hasSize(3).allMatch(sum -> sum == 4 * 700 * 35);
    }

    @Test
    void shouldNotGenerateMoreThanPlanned() {
        Traffic traffic = new Traffic(
                new TrafficPlan(1, 1, 2, 0, TrafficPlan.Span.endingAt(NOW, 1, ZONE), TrafficPlan.Shares.USUAL));

        assertThat(traffic.hasNext()).isFalse();
        assertThatThrownBy(traffic::next).isInstanceOf(NoSuchElementException.class);
    }

    private static List<Statement> lines(TrafficPlan plan) {
        List<Statement> lines = new ArrayList<>();
        new Traffic(plan).forEachRemaining(lines::add);
        return lines;
    }
}
