package io.muster.simulation.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.participant.NumericRefs;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.StatementRules;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TrafficAgainstRecountTest {

    @Property(tries = 60)
    void shouldMatchANaiveRecount(@ForAll("plans") TrafficPlan plan) {
        Traffic traffic = new Traffic(plan);
        List<Statement> lines = drain(traffic);

        assertThat(new NaiveTotals(lines).inTheShapeOf(traffic.expected())).isEqualTo(traffic.expected());
    }

    @Property(tries = 20)
    void shouldMatchANaiveRecountHalfway(@ForAll("plans") TrafficPlan plan) {
        Traffic traffic = new Traffic(plan);
        List<Statement> lines = new ArrayList<>();
        for (long i = 0; i < plan.statements() / 2; i++) {
            lines.add(traffic.next());
        }

        assertThat(new NaiveTotals(lines).inTheShapeOf(traffic.expected())).isEqualTo(traffic.expected());
    }

    @Property(tries = 30)
    void shouldYieldThePlannedNumberOfValidStatementsAndNoneAheadOfTheClock(@ForAll("plans") TrafficPlan plan) {
        List<Statement> lines = drain(new Traffic(plan));
        TrafficPlan.Span span = plan.span();

        assertThat(lines).hasSize((int) plan.statements());
        assertThat(lines).allSatisfy(said -> {
            assertThat(StatementRules.check(said, NumericRefs.REFUSED)).isNull();
            assertThat(said.recordedAt()).isBeforeOrEqualTo(span.recordedUntil());
            assertThat(said.enrolledAt()).isBeforeOrEqualTo(said.recordedAt());
            assertThat(said.enrolledAt().atZone(span.zone()).toLocalDate()).isEqualTo(said.enrolledOn());
            assertThat(said.enrolledOn())
                    .isBetween(span.startsOn(), span.startsOn().plusDays(span.days() - 1L));
        });
    }

    @Property(tries = 20)
    void shouldYieldTheSameStatementsForTheSamePlan(@ForAll("plans") TrafficPlan plan) {
        assertThat(drain(new Traffic(plan))).isEqualTo(drain(new Traffic(plan)));
    }

    @Provide
    Arbitrary<TrafficPlan> plans() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(2, 70),
                        Arbitraries.longs().between(0, 4_000),
                        spans(),
                        shares())
                .as(TrafficPlan::new);
    }

    private static Arbitrary<TrafficPlan.Span> spans() {
        Arbitrary<ZoneId> zones = Arbitraries.of("Asia/Ho_Chi_Minh", "UTC", "America/New_York", "Pacific/Kiritimati")
                .map(ZoneId::of);
        Arbitrary<LocalDate> starts =
                Arbitraries.longs().between(19_000, 20_500).map(LocalDate::ofEpochDay);
        return Combinators.combine(
                        starts,
                        Arbitraries.integers().between(1, 90),
                        zones,
                        Arbitraries.longs().between(1, 120 * 86_400_000L))
                .as((startsOn, days, zone, lasting) -> new TrafficPlan.Span(
                        startsOn,
                        days,
                        zone,
                        startsOn.atStartOfDay(zone).toInstant().plusMillis(lasting)));
    }

    private static Arbitrary<TrafficPlan.Shares> shares() {
        Arbitrary<Double> share = Arbitraries.doubles().between(0, 0.3);
        return Combinators.combine(share, share, share).as(TrafficPlan.Shares::new);
    }

    private static List<Statement> drain(Traffic traffic) {
        List<Statement> lines = new ArrayList<>();
        traffic.forEachRemaining(lines::add);
        return lines;
    }
}
