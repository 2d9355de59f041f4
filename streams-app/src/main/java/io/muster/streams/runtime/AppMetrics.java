package io.muster.streams.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.muster.contract.topic.Topic;
import io.muster.domain.CampaignId;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Status;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.Change;
import io.muster.domain.tally.RowKey;
import io.muster.streams.mapping.RegistryRetry;
import io.muster.streams.topology.ledger.LedgerEvents;
import io.muster.streams.topology.reference.ReferenceEvents;
import io.muster.streams.topology.tally.TallyEvents;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/**
 * The meters of the application, documented in docs/operations.md. Counters count deliveries, including repeated ones.
 */
final class AppMetrics implements LedgerEvents, TallyEvents, ReferenceEvents, RegistryRetry.OutageListener {

    private final MeterRegistry meters;
    private final Counter first;
    private final Counter duplicate;
    private final Counter stale;
    private final Counter lost;
    private final Counter updated;
    private final Counter corrected;
    private final Counter withdrawn;
    private final Counter rerouted;
    private final Counter rows;
    private final AtomicInteger waitingForRegistry = new AtomicInteger();
    private volatile String registryProblem = "";
    private final Map<CampaignId, DataQuality> quality = new ConcurrentHashMap<>();
    private final Map<CampaignId, List<Gauge>> gauges = new ConcurrentHashMap<>();

    AppMetrics(MeterRegistry meters) {
        this.meters = meters;
        first = statements("first");
        duplicate = statements("duplicate");
        stale = statements("stale");
        lost = statements("lost");
        updated = statements("updated");
        corrected = statements("corrected");
        withdrawn = statements("withdrawn");
        rerouted = Counter.builder("muster.statements.sent.home")
                .description("Valid statements that were rerouted to the partition their key belongs to")
                .register(meters);
        rows = Counter.builder("muster.rows.published")
                .description("Rows that were created, changed or removed")
                .register(meters);
        for (Rejection.Reason reason : Rejection.Reason.values()) {
            rejections(reason);
        }
        Gauge.builder("muster.registry.waiting", waitingForRegistry, AtomicInteger::get)
                .description("Threads that wait for the schema registry")
                .register(meters);
    }

    @Override
    public void counted(Outcome outcome) {
        if (outcome instanceof Outcome.First) {
            first.increment();
        } else if (outcome instanceof Outcome.Duplicate) {
            duplicate.increment();
        } else if (outcome instanceof Outcome.Stale) {
            stale.increment();
        } else if (outcome instanceof Outcome.Lost) {
            lost.increment();
        } else if (outcome instanceof Outcome.Updated) {
            updated.increment();
        } else if (outcome instanceof Outcome.Corrected change) {
            (change.to().status() == Status.WITHDRAWN ? withdrawn : corrected).increment();
        }
    }

    @Override
    public void rejected(Rejection.Reason reason) {
        rejections(reason).increment();
    }

    @Override
    public void rerouted() {
        rerouted.increment();
    }

    @Override
    public void ignored(Topic<?> topic) {
        meters.counter("muster.references.ignored", "topic", topic.name()).increment();
    }

    @Override
    public void published(Change change) {
        rows.increment();
        if (change.key() instanceof RowKey.OfCampaign key) {
            if (change.row() instanceof CampaignRow row) {
                show(key.campaignId(), row.quality());
            } else {
                forget(key.campaignId());
            }
        }
    }

    @Override
    public void began(String problem) {
        registryProblem = problem;
        waitingForRegistry.incrementAndGet();
    }

    @Override
    public void ended() {
        waitingForRegistry.decrementAndGet();
    }

    /** Whether a thread waits for the schema registry. */
    boolean isWaitingForRegistry() {
        return waitingForRegistry.get() > 0;
    }

    /** The latest problem with the schema registry. */
    String registryProblem() {
        return registryProblem;
    }

    private Counter statements(String outcome) {
        return Counter.builder("muster.statements")
                .description("Valid statements by outcome")
                .tag("outcome", outcome)
                .register(meters);
    }

    private Counter rejections(Rejection.Reason reason) {
        return Counter.builder("muster.rejections")
                .description("Records that were not counted")
                .tag("reason", reason.name())
                .register(meters);
    }

    private void show(CampaignId campaignId, DataQuality now) {
        if (quality.put(campaignId, now) == null) {
            gauges.put(
                    campaignId,
                    List.of(
                            gauge("muster.campaign.unknown.area", campaignId, DataQuality::unknownArea),
                            gauge("muster.campaign.outside.tree", campaignId, DataQuality::outsideTree),
                            gauge("muster.campaign.outside.period", campaignId, DataQuality::outsidePeriod),
                            gauge("muster.campaign.dated.ahead", campaignId, DataQuality::datedAhead)));
        }
    }

    private void forget(CampaignId campaignId) {
        quality.remove(campaignId);
        List<Gauge> gone = gauges.remove(campaignId);
        if (gone != null) {
            gone.forEach(meters::remove);
        }
    }

    private Gauge gauge(String name, CampaignId campaignId, ToDoubleFunction<DataQuality> figure) {
        return Gauge.builder(name, quality, all -> {
                    DataQuality now = all.get(campaignId);
                    return now == null ? Double.NaN : figure.applyAsDouble(now);
                })
                .description("Enrolled participants of the campaign that are not in its progress")
                .tag("campaign", campaignId.value())
                .register(meters);
    }
}
