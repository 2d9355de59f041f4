package io.muster.streams.succession;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.muster.contract.topic.Topics;
import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import io.muster.streams.config.Clients;
import io.muster.streams.config.StreamsSettings;
import io.muster.streams.offsets.Lag;
import io.muster.streams.succession.Handover.Stage;
import io.muster.streams.topology.Succession;
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
 * Watches the application that is to be succeeded. As soon as no instance of it is there, and this one runs and has counted what it has, it is marked
 * as succeeded, and what it left is ours. Each instance of the successor does the same, and finds the same.
 */
public final class Predecessor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Predecessor.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration LOG_EVERY = Duration.ofSeconds(10);

    private final String id;
    private final StreamsSettings settings;
    private final String ownId;
    private final Admin admin;
    private final GroupOffsets offsets;
    private final Lineage lineage;
    private final Handover handover;
    private final InstantSource clock;
    private final Loops loops;
    private @Nullable Loop loop;
    private boolean knowsHowItDivides;
    private volatile long remaining;
    private Instant lastLogged = Instant.EPOCH;
    private @Nullable CatchUp catchUp;
    private BooleanSupplier running = () -> false;

    private Predecessor(String id, StreamsSettings settings, InstantSource clock, MeterRegistry meters, Loops loops) {
        this.id = id;
        this.settings = settings;
        this.ownId = settings.applicationId();
        this.admin = Clients.admin(settings);
        this.handover = new Handover(new RowsLeft(settings)::forEach);
        this.offsets = new GroupOffsets(admin);
        this.lineage = new Lineage(offsets::mark);
        this.clock = clock;
        this.loops = loops;
        Gauge.builder("muster.succession.remaining", this, predecessor -> predecessor.remaining)
                .description("Records that the application to be succeeded has counted, and this one has not")
                .register(meters);
    }

    /**
     * Knows how to watch it, and does not yet.
     *
     * @param id of the application to be succeeded
     * @param loops the threads of the service
     */
    public static Predecessor of(
            String id, StreamsSettings settings, InstantSource clock, MeterRegistry meters, Loops loops) {
        return new Predecessor(id, settings, clock, meters, loops);
    }

    /**
     * Begins to watch.
     *
     * @param isRunning whether this instance counts; as long as it does not, the predecessor stays as it is
     */
    public void watch(BooleanSupplier isRunning) {
        running = isRunning;
        loop = loops.start("muster-predecessor", this::lookUntilOurTurn, this::end);
    }

    /** What is left to it at the moment. */
    public Succession succession() {
        return handover;
    }

    /** How far the succession has come, in a word. */
    public String stage() {
        return handover.stage().name();
    }

    private void lookUntilOurTurn(Loop self) throws InterruptedException {
        try {
            look();
        } catch (ExecutionException | KafkaException e) {
            LOG.warn("How far the application {} is cannot be seen at the moment: {}", id, e.toString());
        }
        if (handover.stage() == Stage.OUR_TURN) {
            self.stop();
        }
        self.pause(LOOK_EVERY);
    }

    private void end() {
        if (catchUp != null) {
            catchUp.close();
        }
        admin.close(Duration.ZERO);
    }

    private void look() throws ExecutionException, InterruptedException {
        if (!knowsHowItDivides) {
            handover.divides(offsets.ends(Topics.cells(id)).size());
            knowsHowItDivides = true;
        }
        boolean hasJustEnded =
                handover.stage() == Stage.FOLLOWING && (lineage.last(id).equals(ownId) || (mayEnd() && leaveMark()));
        Map<Integer, Long> counted = offsets.committed(id, Topics.ENROLLMENTS);
        if (hasJustEnded) {
            LOG.info("The application {} has ended, and is succeeded", id);
            catchUp = new CatchUp(offsets, Clients.consumer(settings), ownId, counted);
            handover.predecessorEnded(counted);
        } else if (handover.stage() == Stage.FOLLOWING) {
            handover.follow(counted);
        }
        remaining = CatchUp.missing(offsets.committed(ownId, Topics.ENROLLMENTS), counted);
        say();
        if (catchUp != null && catchUp.isDone()) {
            catchUp.close();
            catchUp = null;
            remaining = 0;
            handover.takeOver();
            LOG.info("All that the application {} counted is counted; rows are published from now on", id);
        }
    }

    /** An instance that does not run, or has not counted what the predecessor has, takes nobody's place. */
    private boolean mayEnd() throws ExecutionException, InterruptedException {
        if (!running.getAsBoolean() || offsets.hasMembers(id)) {
            return false;
        }
        if (handover.isWaitedFor()) {
            return true;
        }
        Map<Integer, Long> goal = offsets.committed(id, Topics.ENROLLMENTS);
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(settings)) {
            return Lag.isNone(consumer, Topics.ENROLLMENTS, offsets.committed(ownId, Topics.ENROLLMENTS), goal);
        }
    }

    private boolean leaveMark() throws ExecutionException, InterruptedException {
        return offsets.leave(new SuccessionMark(ownId, clock.instant()), id);
    }

    private void say() {
        Instant now = clock.instant();
        if (lastLogged.plus(LOG_EVERY).isBefore(now)) {
            lastLogged = now;
            LOG.info("{} records to go until all that the application {} has counted is counted", remaining, id);
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
