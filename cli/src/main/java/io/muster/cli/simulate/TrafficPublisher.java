package io.muster.cli.simulate;

import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherSettings;
import io.muster.client.ReferenceBatch;
import io.muster.client.ReferencePublisher;
import io.muster.simulation.traffic.ExpectedTotals;
import io.muster.simulation.traffic.Traffic;
import io.muster.simulation.traffic.TrafficPlan;
import io.muster.simulation.traffic.TrafficReferences;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Publishes the reference records and the statements of a traffic plan. */
final class TrafficPublisher {

    private final PublisherSettings publishers;
    private final TrafficPlan plan;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    TrafficPublisher(PublisherSettings publishers, TrafficPlan plan) {
        this.publishers = publishers;
        this.plan = plan;
    }

    void publishReferences() {
        TrafficReferences references = TrafficReferences.of(plan);
        ReferenceBatch batch = new ReferenceBatch();
        references.areas().forEach(batch::put);
        references.campaigns().forEach(batch::put);
        references.targets().forEach(batch::put);
        new ReferencePublisher(publishers).publish(batch);
    }

    /**
     * Publishes all statements and waits for their acknowledgements.
     *
     * @param perSecond 0 for as fast as possible
     * @throws RuntimeException the failure of the first statement that was not acknowledged
     */
    ExpectedTotals publishStatements(double perSecond, InstantSource clock) {
        Traffic traffic = new Traffic(plan);
        SteadyRate rateLimiter = new SteadyRate(perSecond);
        try (EnrollmentPublisher publisher = new EnrollmentPublisher(publishers, clock)) {
            while (traffic.hasNext() && failure.get() == null) {
                rateLimiter.await();
                var unused = publisher.send(traffic.next()).whenComplete((nothing, reason) -> note(reason));
            }
            publisher.flush();
        }
        Throwable reason = failure.get();
        if (reason instanceof RuntimeException unsent) {
            throw unsent;
        }
        return traffic.expected();
    }

    private void note(@Nullable Throwable reason) {
        if (reason == null) {
            acknowledged.incrementAndGet();
        } else {
            failure.compareAndSet(null, reason);
        }
    }

    /** Number of statements acknowledged so far. */
    long acknowledged() {
        return acknowledged.get();
    }
}
