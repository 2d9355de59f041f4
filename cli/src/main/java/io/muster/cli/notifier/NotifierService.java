package io.muster.cli.notifier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.board.BoardView;
import io.muster.board.ViewException;
import io.muster.board.ViewException.Problem;
import io.muster.cli.failure.CommandFailedException;
import io.muster.cli.failure.Unreachable;
import io.muster.contract.connection.Connection;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topics;
import io.muster.http.Health;
import io.muster.http.HealthServer;
import io.muster.http.PortTakenException;
import io.muster.http.loop.Loops;
import io.muster.notifier.delivery.Channel;
import io.muster.notifier.delivery.Notifier;
import io.muster.notifier.delivery.Notifier.State;
import io.muster.notifier.marks.MarkLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;

/** One running notifier, with its health and metrics. */
final class NotifierService implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Loops loops;
    private final BoardView view;
    private final Notifier notifier;
    private final HealthServer health;

    /**
     * Reads what is published, and starts to deliver as soon as it is its turn.
     *
     * @param id of which one notifier at a time delivers
     * @param patience how long broker and registry may take to answer
     * @throws CommandFailedException if it cannot start
     */
    static NotifierService start(
            Connection to, String id, List<Channel> channels, int httpPort, Duration patience, InstantSource clock)
            throws InterruptedException {
        Loops loops = new Loops();
        AvroSerdes serdes = to.serdes();
        BoardView view = BoardView.follow(to.clientSettings(), serdes, Set.of(Topics.NOTIFICATIONS.name()), loops);
        try {
            readToEnd(view, patience);
            return new NotifierService(to, serdes, id, view, channels, httpPort, clock, loops);
        } catch (ViewException e) {
            view.close();
            throw new CommandFailedException(e.description(), e);
        } catch (PortTakenException e) {
            view.close();
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        } catch (KafkaException e) {
            view.close();
            throw Unreachable.broker(to, e);
        }
    }

    private NotifierService(
            Connection to,
            AvroSerdes serdes,
            String id,
            BoardView view,
            List<Channel> channels,
            int httpPort,
            InstantSource clock,
            Loops loops) {
        this.view = view;
        this.loops = loops;
        NotifierMetrics metrics = new NotifierMetrics(
                meters,
                channels.stream().map(channel -> channel.receiver().name()).toList());
        MarkLog marks = new MarkLog(to.clientSettings(), serdes, id);
        notifier = Notifier.start(view, marks, channels, clock, metrics, loops);
        Gauge.builder("muster.notifier.delivering", notifier, n -> n.state() == State.DELIVERING ? 1 : 0)
                .description("1 while this process delivers, 0 while another one does or something is in the way")
                .register(meters);
        Gauge.builder("muster.registry.waiting", notifier, n -> n.state() == State.WAITING_FOR_REGISTRY ? 1 : 0)
                .description("Threads that wait for the schema registry")
                .register(meters);
        new JvmMemoryMetrics().bindTo(meters);
        try {
            health = new HealthServer(httpPort, loops, () -> health(true), this::ready, meters);
        } catch (RuntimeException e) {
            notifier.close();
            throw e;
        }
    }

    private static void readToEnd(BoardView view, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            try {
                view.readToEnd(left);
                return;
            } catch (ViewException e) {
                boolean passing = e.problem() == Problem.BROKER || e.problem() == Problem.REGISTRY;
                if (!passing || left.compareTo(PAUSE) < 0) {
                    throw e;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private Health health(boolean ok) {
        return new Health(ok, notifier.state().name(), notifier.problem());
    }

    private Health ready() {
        State state = notifier.state();
        return health(state == State.DELIVERING || state == State.STANDING_BY);
    }

    /** The port of health and metrics. */
    int httpPort() {
        return health.port();
    }

    /** Its threads. */
    Loops loops() {
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
