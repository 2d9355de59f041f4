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

/** What the dashboard serves. Nothing of it writes. */
public final class DashboardServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DashboardServer.class);

    /** Streams show more often than this that they are alive. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

    private final LiveBoard view;
    private final InstantSource clock;
    private final Authenticator authenticator;
    private final Broadcast broadcast;
    private final HttpServer server;

    /**
     * Starts to serve.
     *
     * @param origins the pages elsewhere that may read the API
     * @param mostStreams how many streams may be open
     * @param loops the threads of the service
     * @throws io.muster.http.PortTakenException if the port cannot be had
     * @throws io.muster.http.TlsException if certificate or key cannot be used
     */
    public DashboardServer(
            LiveBoard view,
            ServerSettings settings,
            Access access,
            Set<String> origins,
            int mostStreams,
            InstantSource clock,
            Loops loops,
            PrometheusMeterRegistry meters) {
        this.view = view;
        this.clock = clock;
        DashboardMetrics metrics = new DashboardMetrics(meters);
        authenticator = new Authenticator(access);
        broadcast = Broadcast.of(view, this::status, this::now, clock, loops);
        StreamServlet stream = new StreamServlet(broadcast, view::isComplete, clock, mostStreams);
        ApiRoutes api = new ApiRoutes(view::board, view::counting, this::now, view::isComplete);
        try {
            server = new HttpServer("dashboard", settings, LONGEST_REQUEST, config -> {
                config.jetty.modifyServletContextHandler(
                        handler -> prepare(handler, new Guard(authenticator, origins, metrics), stream));
                new Assets().add(config);
                api.add(config);
                new OpenApi(DashboardServer.class).add(config);
                Probes.add(config, loops, () -> health(true), this::ready, meters);
                config.routes.exception(Exception.class, (e, context) -> {
                    LOG.error("A request failed: {}", context.path(), e);
                    Reply.problem(500, "something went wrong in the dashboard; its log says where")
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
                "1 while what is published shows at once, 0 while topics are read or something is in the way",
                () -> view.status() instanceof ViewStatus.Live ? 1 : 0);
        metrics.counting(view::counting);
        metrics.registryWaiting(() -> view.status().isWaitingForRegistry() ? 1 : 0);
        metrics.gauge("connections", "Open connections", server::connections);
        metrics.gauge("skipped", "Records left out because they do not decode", view::skipped);
    }

    private static void prepare(ServletContextHandler handler, Guard guard, StreamServlet stream) {
        FilterHolder filter = new FilterHolder(guard);
        filter.setAsyncSupported(true);
        handler.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        ServletHolder holder = new ServletHolder(stream);
        holder.setAsyncSupported(true);
        handler.addServlet(holder, "/api/stream");
    }

    private Status status() {
        return Status.of(view.status(), view.counting());
    }

    private Status.Now now() {
        return status().at(view.board(), clock.instant());
    }

    private Health health(boolean ok) {
        ViewStatus now = view.status();
        Status status = Status.of(now, view.counting());
        return new Health(ok, now.isWaitingForRegistry() ? "WAITING_FOR_REGISTRY" : status.state(), status.problem());
    }

    /** Who has read all once goes on to answer, whatever goes away. */
    private Health ready() {
        return health(view.isComplete());
    }

    /** The port it serves on. */
    public int port() {
        return server.port();
    }

    /** Ends the streams, answers what is under way, and stops. */
    @Override
    public void close() {
        broadcast.close();
        server.close();
        authenticator.close();
    }
}
