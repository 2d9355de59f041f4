package io.muster.dashboard;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.board.BoardView;
import io.muster.dashboard.http.DashboardServer;
import io.muster.http.loop.Loops;
import java.time.InstantSource;

/** A running dashboard. It starts even if the broker is unavailable, and connects as soon as it is available. */
public final class Dashboard implements AutoCloseable {

    private final Loops loops;
    private final BoardView view;
    private final DashboardServer server;

    private Dashboard(Loops loops, BoardView view, DashboardServer server) {
        this.loops = loops;
        this.view = view;
        this.server = server;
    }

    /**
     * Starts reading the topics and serving requests.
     *
     * @throws io.muster.board.ViewException if a Kafka setting is invalid
     * @throws io.muster.http.PortTakenException if the port is in use
     * @throws io.muster.http.TlsException if certificate or key are invalid
     */
    public static Dashboard start(DashboardSettings settings, InstantSource clock) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        Loops loops = new Loops();
        BoardView view = BoardView.followWithCorrections(settings.connection(), loops);
        try {
            return new Dashboard(
                    loops,
                    view,
                    new DashboardServer(
                            view,
                            settings.server(),
                            settings.access(),
                            settings.origins(),
                            settings.maxStreams(),
                            clock,
                            loops,
                            meters));
        } catch (RuntimeException e) {
            view.close();
            throw e;
        }
    }

    /** The port of the server. */
    public int port() {
        return server.port();
    }

    /** The background threads of the service. */
    public Loops loops() {
        return loops;
    }

    /** The board that it serves. */
    public BoardView view() {
        return view;
    }

    @Override
    public void close() {
        server.close();
        view.close();
    }
}
