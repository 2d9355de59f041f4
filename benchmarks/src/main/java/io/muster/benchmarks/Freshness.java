package io.muster.benchmarks;

import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherSettings;
import io.muster.client.ReferenceBatch;
import io.muster.client.ReferencePublisher;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.reference.Area;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.simulation.traffic.TrafficPlan;
import io.muster.simulation.traffic.TrafficPlan.Shares;
import io.muster.simulation.traffic.TrafficPlan.Span;
import io.muster.simulation.traffic.TrafficReferences;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures the time from sending a statement until a read_committed consumer sees its row, at a steady rate. Every
 * statement enrolls a new participant, so the n-th of an area and day is visible when that row shows n.
 *
 * <p>Arguments: bootstrap servers, registry URL, statements per second, seconds of warm-up, seconds of measurement.
 */
public final class Freshness {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int CAMPAIGNS = 4;
    private static final int AREAS = 700;
    private static final int DAYS = 61;
    private static final long SEED = 20_230_518;

    private Freshness() {}

    public static void main(String... arguments) throws InterruptedException {
        PublisherSettings config = PublisherSettings.to(arguments[0], arguments[1]);
        int rate = Integer.parseInt(arguments[2]);
        int warmUp = Integer.parseInt(arguments[3]) * rate;
        int measured = Integer.parseInt(arguments[4]) * rate;
        TrafficPlan plan = new TrafficPlan(
                System.currentTimeMillis(),
                CAMPAIGNS,
                AREAS,
                0,
                Span.endingAt(Instant.now(), DAYS, ZONE),
                Shares.USUAL);
        List<AreaId> communes = publish(config, plan);
        SeenRows seen = new SeenRows(arguments[0], arguments[1], warmUp + measured);
        Thread reader = new Thread(seen, "reader");
        reader.start();
        try (EnrollmentPublisher publisher = new EnrollmentPublisher(config, InstantSource.system())) {
            send(publisher, plan, communes, rate, warmUp + measured, seen);
            publisher.flush();
        }
        reader.join(Duration.ofSeconds(30).toMillis());
        report(Arrays.copyOfRange(seen.latencies(), warmUp, warmUp + measured), rate);
    }

    private static List<AreaId> publish(PublisherSettings config, TrafficPlan plan) {
        TrafficReferences references = TrafficReferences.of(plan);
        ReferenceBatch batch = new ReferenceBatch();
        references.areas().forEach(batch::put);
        references.campaigns().forEach(batch::put);
        references.targets().forEach(batch::put);
        new ReferencePublisher(config).publish(batch);
        Set<AreaId> parents = references.areas().stream()
                .flatMap(area -> Stream.ofNullable(area.parentId()))
                .collect(Collectors.toSet());
        return references.areas().stream()
                .map(Area::areaId)
                .filter(areaId -> !parents.contains(areaId))
                .toList();
    }

    private static void send(
            EnrollmentPublisher publisher,
            TrafficPlan plan,
            List<AreaId> communes,
            int rate,
            int count,
            SeenRows seen) {
        Random random = new Random(SEED);
        LocalDate today = LocalDate.now(ZONE);
        long startedAt = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = startedAt + TimeUnit.SECONDS.toNanos(1) * i / rate;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            CampaignId campaign = plan.campaignId(random.nextInt(CAMPAIGNS));
            AreaId area = communes.get(random.nextInt(communes.size()));
            LocalDate day = today.minusDays(random.nextInt(DAYS));
            Instant enrolledAt = day.atTime(12, 0).atZone(ZONE).toInstant();
            Instant now = Instant.now();
            Statement statement = new Statement(
                    new UUID(random.nextLong(), random.nextLong()),
                    new Statement.Subject(campaign, new ParticipantRef(Long.toHexString(random.nextLong()) + i)),
                    1,
                    Status.ENROLLED,
                    area,
                    new Statement.Times(day, enrolledAt.isAfter(now) ? now : enrolledAt, now),
                    "benchmark",
                    Segments.NONE);
            seen.sending(campaign, area, day, i);
            var unused = publisher.send(statement);
        }
    }

    private static void report(long[] latencies, int rate) {
        long unseen = Arrays.stream(latencies).filter(latency -> latency == 0).count();
        long[] sorted =
                Arrays.stream(latencies).filter(latency -> latency > 0).sorted().toArray();
        System.out.printf(
                "%d statements at %d/s, from send to visible row: p50 %d ms, p90 %d ms, p99 %d ms, max %d ms,"
                        + " unseen %d%n",
                latencies.length,
                rate,
                millis(sorted, 0.50),
                millis(sorted, 0.90),
                millis(sorted, 0.99),
                millis(sorted, 1),
                unseen);
    }

    private static long millis(long[] sorted, double quantile) {
        int index = Math.min(sorted.length - 1, (int) (sorted.length * quantile));
        return TimeUnit.NANOSECONDS.toMillis(sorted[index]);
    }
}
