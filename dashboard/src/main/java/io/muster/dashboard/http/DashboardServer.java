package io.muster.dashboard.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.board.LiveBoard;
import io.muster.board.ViewStatus;
import io.muster.dashboard.access.Access;
import io.muster.dashboard.access.Authenticator;
import io.muster.dashboard.stream.Broadcast;
import io.muster.dashboard.stream.StreamServlet;
import io.muster.http.Health;
import io.muster.http.HttpServer;
import io.muster.http.OpenApi;
import io.muster.http.Probes;
import io.muster.http.Reply;
import io.muster.http.ServerSettings;
import io.muster.http.loop.Loops;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of the dashboard. Read-only. */
public final class DashboardServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DashboardServer.class);

    /** Longer than the heartbeat interval of the event stream. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

    private final LiveBoard view;
    private final InstantSource clock;
    private final Authenticator authenticator;
    private final Broadcast broadcast;
    private final HttpServer server;

    /**
     * Starts the server.
     *
     * @param origins origins of other pages that may read the API (CORS)
     * @param maxStreams maximum number of open event streams
     * @param loops runs the threads of the service
     * @throws io.muster.http.PortTakenException if the port is in use
     * @throws io.muster.http.TlsException if certificate or key are invalid
     */
    public DashboardServer(
            LiveBoard view,
            ServerSettings settings,
            Access access,
            Set<String> origins,
            int maxStreams,
            InstantSource clock,
            Loops loops,
            PrometheusMeterRegistry meters) {
        this.view = view;
        this.clock = clock;
        DashboardMetrics metrics = new DashboardMetrics(meters);
        authenticator = new Authenticator(access);
        broadcast = Broadcast.of(view, this::status, this::now, clock, loops);
        StreamServlet stream = new StreamServlet(broadcast, view::isComplete, clock, maxStreams);
        ApiRoutes api = new ApiRoutes(view::board, view::counting, this::now, view::isComplete);
        try {
            server = new HttpServer("dashboard", settings, LONGEST_REQUEST, config -> {
                config.jetty.modifyServletContextHandler(
                        handler -> prepare(handler, new SecurityFilter(authenticator, origins, metrics), stream));
                new Assets().add(config);
                api.add(config);
                new OpenApi(DashboardServer.class).add(config);
                Probes.add(config, loops, () -> health(true), this::ready, meters);
                config.routes.exception(Exception.class, (e, context) -> {
                    LOG.error("Request failed: {}", context.path(), e);
                    Reply.problem(500, "internal error; see the log of the dashboard")
                            .to(context);
                });
                config.requestLogger.http(metrics::request);
            });
            server.start();
        } catch (RuntimeException e) {
            broadcast.close();
            authenticator.close();
            throw e;
        }
        metrics.gauge("streams", "Open streams", broadcast::open);
        metrics.gauge(
                "live",
                "1 while the board is up to date, 0 while topics are loaded or unavailable",
                () -> view.status() instanceof ViewStatus.Live ? 1 : 0);
        metrics.counting(view::counting);
        metrics.registryWaiting(() -> view.status().isWaitingForRegistry() ? 1 : 0);
        metrics.gauge("connections", "Open connections", server::connections);
        metrics.gauge("skipped", "Records skipped because they cannot be decoded", view::skipped);
    }

    private static void prepare(ServletContextHandler handler, SecurityFilter guard, StreamServlet stream) {
        FilterHolder filter = new FilterHolder(guard);
        filter.setAsyncSupported(true);
        handler.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        ServletHolder holder = new ServletHolder(stream);
        holder.setAsyncSupported(true);
        handler.addServlet(holder, "/api/stream");
    }

    private DashboardStatus status() {
        return DashboardStatus.of(view.status(), view.counting());
    }

    private DashboardStatus.Now now() {
        return status().at(view.board(), clock.instant());
    }

    private Health health(boolean ok) {
        ViewStatus now = view.status();
        DashboardStatus status = DashboardStatus.of(now, view.counting());
        return new Health(ok, now.isWaitingForRegistry() ? "WAITING_FOR_REGISTRY" : status.state(), status.problem());
    }

    /** Stays ready after the first load, even if Kafka becomes unavailable. */
    private Health ready() {
        return health(view.isComplete());
    }

    /** The port of the server. */
    public int port() {
        return server.port();
    }

    /** Closes the streams, completes pending requests, and stops. */
    @Override
    public void close() {
        broadcast.close();
        server.close();
        authenticator.close();
    }
}
