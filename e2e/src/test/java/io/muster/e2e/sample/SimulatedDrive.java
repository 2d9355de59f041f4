package io.muster.e2e.sample;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;

import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.reference.References;
import io.muster.simulation.traffic.TrafficPlan;
import io.muster.simulation.traffic.TrafficPlan.Shares;
import io.muster.simulation.traffic.TrafficPlan.Span;
import io.muster.simulation.traffic.TrafficReferences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Two campaigns in May 2023 in a province of three districts, generated from a seed.
 *
 * @param plan the statements
 * @param references the campaigns, areas and targets
 */
public record SimulatedDrive(TrafficPlan plan, References references) {

    private static final int CAMPAIGNS = 2;
    private static final int COMMUNES = 60;

    /** @param statements maximum number of statements */
    public static SimulatedDrive of(long seed, long statements) {
        Span may = new Span(
                LocalDate.parse("2023-05-01"),
                31,
                ZoneId.of("Asia/Ho_Chi_Minh"),
                Instant.parse("2023-05-25T10:00:00Z"));
        TrafficPlan plan = new TrafficPlan(seed, CAMPAIGNS, COMMUNES, statements, may, Shares.USUAL);
        return new SimulatedDrive(plan, references(plan));
    }

    private static References references(TrafficPlan plan) {
        TrafficReferences traffic = TrafficReferences.of(plan);
        ReferencesBuilder references = someReferences();
        traffic.campaigns().forEach(references::campaign);
        traffic.areas().forEach(references::area);
        traffic.targets().forEach(references::target);
        return references.build();
    }
}
