package io.muster.streams.runtime;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.Standing;
import io.muster.domain.statement.Rejection;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.Change;
import io.muster.domain.tally.RowKey;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AppMetricsTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AppMetrics metrics = new AppMetrics(meters);

    @Test
    void shouldRegisterACounterForEveryOutcomeAndReasonAtTheStart() {
        assertThat(meters.find("muster.statements").counters())
                .extracting(counter -> counter.getId().getTag("outcome"))
                .containsExactlyInAnyOrder("first", "duplicate", "stale", "lost", "updated", "corrected", "withdrawn");
        assertThat(meters.find("muster.rejections").counters())
                .hasSize(Rejection.Reason.values().length)
                .allMatch(counter -> counter.count() == 0);
    }

    @Test
    void shouldCountEachOutcomeUnderItsName() {
        metrics.counted(new Outcome.First());
        metrics.counted(new Outcome.Duplicate());
        metrics.counted(new Outcome.Stale());
        metrics.counted(
                new Outcome.Lost(standing(aStatement()), standing(aStatement().in("son-dong"))));
        metrics.counted(new Outcome.Updated());
        metrics.counted(new Outcome.Corrected(
                standing(aStatement()), standing(aStatement().in("son-dong"))));
        metrics.counted(new Outcome.Corrected(
                standing(aStatement()), standing(aStatement().withdrawn())));

        assertThat(meters.find("muster.statements").counters()).allMatch(counter -> counter.count() == 1);
    }

    @Test
    void shouldCountRejectionsByReasonAndIgnoredReferencesByTopic() {
        metrics.rejected(Rejection.Reason.KEY_MISMATCH);
        metrics.rejected(Rejection.Reason.KEY_MISMATCH);
        metrics.ignored(Topics.AREAS);

        assertThat(counter("muster.rejections", "reason", "KEY_MISMATCH")).isEqualTo(2);
        assertThat(counter("muster.rejections", "reason", "UNDECODABLE")).isZero();
        assertThat(counter("muster.references.ignored", "topic", "muster.areas"))
                .isEqualTo(1);
    }

    @Test
    void shouldShowTheLatestDataQualityOfACampaign() {
        metrics.published(quality("drive", 3, 4, 5));
        metrics.published(quality("drive", 1, 2, 7, 9));

        assertThat(gauge("muster.campaign.unknown.area")).isEqualTo(1);
        assertThat(gauge("muster.campaign.outside.tree")).isEqualTo(2);
        assertThat(gauge("muster.campaign.outside.period")).isEqualTo(7);
        assertThat(gauge("muster.campaign.dated.ahead")).isEqualTo(9);
        assertThat(meters.get("muster.rows.published").counter().count()).isEqualTo(2);
    }

    @Test
    void shouldRemoveTheGaugesOfARemovedCampaign() {
        metrics.published(quality("drive", 3, 4, 5));

        metrics.published(new Change(new RowKey.OfCampaign(campaignId("drive")), null, false));
        assertThat(meters.find("muster.campaign.unknown.area").gauges()).isEmpty();

        metrics.published(quality("drive", 9, 0, 0));
        assertThat(gauge("muster.campaign.unknown.area")).isEqualTo(9);
    }

    @Test
    void shouldCountTheThreadsThatWaitForTheRegistry() {
        metrics.began("no answer");
        metrics.began("an HTML page");
        metrics.ended();
        assertThat(metrics.isWaitingForRegistry()).isTrue();
        assertThat(metrics.registryProblem()).isEqualTo("an HTML page");
        assertThat(meters.get("muster.registry.waiting").gauge().value()).isEqualTo(1);

        metrics.ended();
        assertThat(metrics.isWaitingForRegistry()).isFalse();
    }

    @Test
    void shouldLoseNoCountUnderConcurrency() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int thread = 0; thread < 4; thread++) {
            String campaign = "drive-" + thread;
            threads.execute(() -> {
                for (int i = 0; i < 1_000; i++) {
                    metrics.counted(new Outcome.First());
                    metrics.published(quality(campaign, i, 0, 0));
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(counter("muster.statements", "outcome", "first")).isEqualTo(4_000);
        assertThat(meters.get("muster.rows.published").counter().count()).isEqualTo(4_000);
        assertThat(meters.find("muster.campaign.unknown.area").gauges()).hasSize(4);
    }

    private double counter(String name, String tag, String value) {
        return meters.get(name).tag(tag, value).counter().count();
    }

    private double gauge(String name) {
        return meters.get(name).tag("campaign", "drive").gauge().value();
    }

    private static Standing standing(StatementBuilder statement) {
        return Standing.of(statement.build(), 0);
    }

    private static Change quality(String campaign, long unknownArea, long outsideTree, long outsidePeriod) {
        return quality(campaign, unknownArea, outsideTree, outsidePeriod, 0);
    }

    private static Change quality(
            String campaign, long unknownArea, long outsideTree, long outsidePeriod, long datedAhead) {
        DataQuality quality = new DataQuality(
                true,
                new DataQuality.Unplaced(unknownArea + outsideTree, unknownArea, outsideTree),
                outsidePeriod,
                new DataQuality.Definitions(0, 0, 0),
                datedAhead,
                List.of(),
                List.of(),
                List.of());
        CampaignRow row = new CampaignRow(campaignId(campaign), null, null, null, null, List.of(), quality);
        return new Change(row.key(), row, true);
    }
}
