package io.muster.notifier.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.board.BoardView;
import io.muster.board.ViewException;
import io.muster.board.ViewException.Problem;
import io.muster.contract.topic.Topics;
import io.muster.http.Health;
import io.muster.http.HttpServer;
import io.muster.http.loop.Loops;
import io.muster.notifier.delivery.Notifier;
import io.muster.notifier.delivery.Notifier.State;
import io.muster.notifier.log.DeliveryLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** A running notifier with its health and metrics endpoints. */
public final class NotifierService implements AutoCloseable {

    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Loops loops;
    private final BoardView view;
    private final Notifier notifier;
    private final HttpServer health;

    /**
     * Loads the published rows and joins the group of notifiers. Delivery begins when this notifier becomes active.
     *
     * @throws ViewException if the published rows cannot be read within the start timeout
     * @throws io.muster.http.PortTakenException if the HTTP port is in use
     * @throws org.apache.kafka.common.KafkaException if a Kafka client cannot be created
     */
    public static NotifierService start(NotifierSettings settings, InstantSource clock) throws InterruptedException {
        Loops loops = new Loops();
        BoardView view = BoardView.follow(settings.connection(), Set.of(Topics.NOTIFICATIONS.name()), loops);
        try {
            readToEnd(view, settings.startTimeout());
            return new NotifierService(settings, view, clock, loops);
        } catch (RuntimeException e) {
            view.close();
            throw e;
        }
    }

    private NotifierService(NotifierSettings settings, BoardView view, InstantSource clock, Loops loops) {
        this.view = view;
        this.loops = loops;
        NotifierMetrics metrics = new NotifierMetrics(
                meters,
                settings.destinations().stream()
                        .map(destination -> destination.receiver().name())
                        .toList());
        DeliveryLog log = new DeliveryLog(settings.connection(), settings.notifierId());
        notifier = Notifier.start(view, log, settings.destinations(), clock, metrics, loops);
        Gauge.builder("muster.notifier.delivering", notifier, n -> isIn(n, State.DELIVERING) ? 1 : 0)
                .description("1 while this process delivers; 0 while another one does or delivery is suspended")
                .register(meters);
        Gauge.builder("muster.registry.waiting", notifier, n -> isIn(n, State.WAITING_FOR_REGISTRY) ? 1 : 0)
                .description("Threads waiting for the schema registry")
                .register(meters);
        new JvmMemoryMetrics().bindTo(meters);
        try {
            health = HttpServer.forProbes(settings.httpPort(), loops, () -> health(true), this::ready, meters);
        } catch (RuntimeException e) {
            notifier.close();
            throw e;
        }
    }

    private static boolean isIn(Notifier notifier, State state) {
        return notifier.status().state() == state;
    }

    private static void readToEnd(BoardView view, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            try {
                view.readToEnd(left);
                return;
            } catch (ViewException e) {
                boolean retriable = e.problem() == Problem.BROKER || e.problem() == Problem.REGISTRY;
                if (!retriable || left.compareTo(RETRY_PAUSE) < 0) {
                    throw e;
                }
                Thread.sleep(RETRY_PAUSE.toMillis());
            }
        }
    }

    private Health health(boolean ok) {
        Notifier.Status status = notifier.status();
        return new Health(ok, status.state().name(), status.problem());
    }

    private Health ready() {
        State state = notifier.status().state();
        return health(state == State.DELIVERING || state == State.STANDING_BY);
    }

    /** The port of the health and metrics endpoints. */
    public int httpPort() {
        return health.port();
    }

    /** The background threads of the service. */
    public Loops loops() {
        return loops;
    }

    @Override
    public void close() {
        notifier.close();
        view.close();
        health.close();
        meters.close();
    }
}
