package io.muster.streams.succession;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.muster.contract.topic.Topics;
import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import io.muster.streams.config.Clients;
import io.muster.streams.config.StreamsSettings;
import io.muster.streams.topology.stage.Succession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Monitors the application that this one succeeds. Once the predecessor has no running instance, and this instance runs
 * and has counted as far, it marks the predecessor as succeeded. It then catches up with the predecessor's last offsets
 * and takes over. Every instance of the successor does this independently and reaches the same result.
 */
public final class Predecessor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Predecessor.class);
    private static final Duration POLL_EVERY = Duration.ofMillis(200);
    private static final Duration LOG_EVERY = Duration.ofSeconds(10);

    private final String id;
    private final StreamsSettings settings;
    private final String ownId;
    private final Admin admin;
    private final GroupOffsets offsets;
    private final Lineage lineage;
    private final SuccessionState state;
    private final InstantSource clock;
    private final Loops loops;
    private @Nullable Loop loop;
    private boolean knowsPartitions;
    private volatile long remaining;
    private Instant lastLogged = Instant.EPOCH;
    private @Nullable CatchUp catchUp;
    private BooleanSupplier running = () -> false;

    private Predecessor(String id, StreamsSettings settings, InstantSource clock, MeterRegistry meters, Loops loops) {
        this.id = id;
        this.settings = settings;
        this.ownId = settings.applicationId();
        this.admin = Clients.admin(settings);
        this.state = new SuccessionState(new InheritedRows(settings)::forEach);
        this.offsets = new GroupOffsets(admin);
        this.lineage = new Lineage(offsets::marker);
        this.clock = clock;
        this.loops = loops;
        Gauge.builder("muster.succession.remaining", this, predecessor -> predecessor.remaining)
                .description("Records that the predecessor has counted and this application has not")
                .register(meters);
    }

    /**
     * Starts no monitoring yet; see {@link #monitor}.
     *
     * @param id of the predecessor
     * @param loops the threads of the service
     */
    public static Predecessor of(
            String id, StreamsSettings settings, InstantSource clock, MeterRegistry meters, Loops loops) {
        return new Predecessor(id, settings, clock, meters, loops);
    }

    /**
     * Starts monitoring.
     *
     * @param isRunning whether this instance counts; until then, it does not mark the predecessor as succeeded
     */
    public void monitor(BooleanSupplier isRunning) {
        running = isRunning;
        loop = loops.start("muster-predecessor", this::pollUntilTakenOver, this::end);
    }

    /** The view of the topology on this succession. */
    public Succession succession() {
        return state;
    }

    public Phase phase() {
        return state.phase();
    }

    private void pollUntilTakenOver(Loop self) throws InterruptedException {
        try {
            poll();
        } catch (ExecutionException | KafkaException e) {
            LOG.warn("Cannot read the progress of the predecessor {}, will retry: {}", id, e.toString());
        }
        if (state.phase() == Phase.TAKEN_OVER) {
            self.stop();
        }
        self.pause(POLL_EVERY);
    }

    private void end() {
        if (catchUp != null) {
            catchUp.close();
        }
        admin.close(Duration.ZERO);
    }

    private void poll() throws ExecutionException, InterruptedException {
        if (!knowsPartitions) {
            state.predecessorPartitions(offsets.ends(Topics.cells(id)).size());
            knowsPartitions = true;
        }
        boolean hasJustEnded =
                state.phase() == Phase.FOLLOWING && (lineage.last(id).equals(ownId) || (maySucceed() && writeMarker()));
        Map<Integer, Long> counted = offsets.committed(id, Topics.ENROLLMENTS);
        if (hasJustEnded) {
            LOG.info("The predecessor {} has ended and is marked as succeeded", id);
            catchUp = new CatchUp(offsets, Clients.consumer(settings), ownId, counted);
            state.predecessorEnded(counted);
        } else if (state.phase() == Phase.FOLLOWING) {
            state.predecessorCommitted(counted);
        }
        remaining = CatchUp.missing(offsets.committed(ownId, Topics.ENROLLMENTS), counted);
        logProgress();
        if (catchUp != null && catchUp.isDone()) {
            catchUp.close();
            catchUp = null;
            remaining = 0;
            state.takeOver();
            LOG.info("Took over from {}: everything that it counted is counted here, and rows are published", id);
        }
    }

    /** Whether the predecessor has ended, and this instance runs and has counted as far or waits for it. */
    private boolean maySucceed() throws ExecutionException, InterruptedException {
        if (!running.getAsBoolean() || offsets.hasMembers(id)) {
            return false;
        }
        if (state.hasWaiters()) {
            return true;
        }
        Map<Integer, Long> goal = offsets.committed(id, Topics.ENROLLMENTS);
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(settings)) {
            return Lag.isNone(consumer, Topics.ENROLLMENTS, offsets.committed(ownId, Topics.ENROLLMENTS), goal);
        }
    }

    private boolean writeMarker() throws ExecutionException, InterruptedException {
        return offsets.writeMarker(new SuccessionMarker(ownId, clock.instant()), id);
    }

    private void logProgress() {
        Instant now = clock.instant();
        if (lastLogged.plus(LOG_EVERY).isBefore(now)) {
            lastLogged = now;
            LOG.info("Following {}: {} records left to count", id, remaining);
        }
    }

    @Override
    public void close() {
        if (loop == null) {
            admin.close(Duration.ZERO);
        } else {
            loop.interrupt();
        }
    }
}
