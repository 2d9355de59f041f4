package io.muster.notifier.delivery;

import io.muster.board.Board;
import io.muster.board.BoardView;
import io.muster.board.ViewStatus;
import io.muster.contract.serde.RegistryOutageException;
import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import io.muster.notifier.Alerts;
import io.muster.notifier.log.DeliveryLog;
import io.muster.notifier.log.Role;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the alerts and the delivery log. Runs the delivery workers while this process is the active notifier.
 * Suspends delivery while the board is not up to date.
 */
public final class Notifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(200);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    /** What the notifier is doing. The names appear in {@code /health/ready}. */
    public enum State {
        /** Delivers notifications. */
        DELIVERING,
        /** Another notifier is active, or the group has not decided yet. */
        STANDING_BY,
        /** Loads alerts or delivery records. */
        READING,
        /** Waits for the broker; delivery is suspended. */
        WAITING,
        /** Waits for the schema registry; delivery is suspended. */
        WAITING_FOR_REGISTRY
    }

    /** @param problem what the notifier waits for; null if nothing */
    public record Status(State state, @Nullable String problem) {}

    private final BoardView view;
    private final DeliveryLog log;
    private final List<Destination> destinations;
    private final InstantSource clock;
    private final DeliveryListener listener;
    private final AlertFeed feed = new AlertFeed();
    private final Loops loops;
    private final Loop loop;
    private volatile Status status = new Status(State.READING, null);
    private @Nullable DeliveryWorkers workers;
    private @Nullable Board published;
    private boolean failing;

    /**
     * Starts the notifier thread.
     *
     * @param view has read the topics to their end; closed by the caller
     * @param log closed with the notifier
     */
    public static Notifier start(
            BoardView view,
            DeliveryLog log,
            List<Destination> destinations,
            InstantSource clock,
            DeliveryListener listener,
            Loops loops) {
        return new Notifier(view, log, destinations, clock, listener, loops);
    }

    private Notifier(
            BoardView view,
            DeliveryLog log,
            List<Destination> destinations,
            InstantSource clock,
            DeliveryListener listener,
            Loops loops) {
        this.view = view;
        this.log = log;
        this.destinations = List.copyOf(destinations);
        this.clock = clock;
        this.listener = listener;
        this.loops = loops;
        this.loop = loops.start("notifier", this::step, this::end);
    }

    public Status status() {
        return status;
    }

    private void step(Loop self) throws InterruptedException {
        try {
            log.poll(POLL_TIMEOUT);
            failing = false;
            update();
        } catch (KafkaException e) {
            if (!failing) {
                LOG.warn("Delivery suspended: {}", e.getMessage());
                failing = true;
            }
            suspend(e);
            self.pause(RETRY_PAUSE);
        } catch (RuntimeException e) {
            suspend(e);
            throw e;
        }
    }

    private void suspend(RuntimeException cause) {
        feed.suspend();
        boolean registry = cause.getCause() instanceof RegistryOutageException;
        status = new Status(registry ? State.WAITING_FOR_REGISTRY : State.WAITING, cause.getMessage());
    }

    private void update() {
        boolean live = view.status() instanceof ViewStatus.Live;
        if (live) {
            publish(view.board());
        } else {
            feed.suspend();
        }
        Role role = log.role();
        if (role == Role.ACTIVE) {
            startWorkers();
        } else {
            stopWorkers();
        }
        status = status(live, role);
    }

    private void end() {
        stopWorkers();
        log.close();
    }

    private Status status(boolean live, Role role) {
        if (view.status() instanceof ViewStatus.Waiting waiting) {
            State state = waiting.isWaitingForRegistry() ? State.WAITING_FOR_REGISTRY : State.WAITING;
            return new Status(state, waiting.description());
        }
        State state = switch (role) {
            case STANDBY -> State.STANDING_BY;
            case LOADING -> State.READING;
            case ACTIVE -> live ? State.DELIVERING : State.READING;
        };
        return new Status(state, null);
    }

    @SuppressWarnings("ReferenceEquality") // a board is immutable: the same instance needs no new comparison of alerts
    private void publish(Board board) {
        if (board != published) {
            feed.publish(Alerts.of(board));
            published = board;
        } else {
            feed.resume();
        }
    }

    private void startWorkers() {
        if (workers == null) {
            LOG.info("This notifier is active: delivering to {} receivers", destinations.size());
            workers = DeliveryWorkers.start(
                    destinations.stream().map(this::worker).toList(), loops);
        }
    }

    private DeliveryWorker worker(Destination destination) {
        DeliveryTracker tracker = new DeliveryTracker(
                destination.receiver(), log.state(destination.receiver().name()), log, clock);
        return new DeliveryWorker(destination, feed, tracker, clock, listener);
    }

    private void stopWorkers() {
        if (workers != null) {
            LOG.info("This notifier is no longer active: delivery stopped");
            workers.close();
            workers = null;
        }
    }

    /** Stops delivery and closes the delivery log. Returns within {@link #CLOSE_TIMEOUT}. */
    @Override
    public void close() {
        loop.stop();
        try {
            loop.join(CLOSE_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
