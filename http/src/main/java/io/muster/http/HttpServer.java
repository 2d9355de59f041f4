package io.muster.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server with bounded threads and connections, optional TLS, and a graceful shutdown. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    /** Few requests block a thread, so a small number suffices for any number of connections. */
    private static final int MAX_THREADS = 32;

    /** Threads that handle requests. The others read from connections and answer health probes. */
    static final int WORKING_THREADS = 24;

    private static final int MIN_THREADS = 8;

    /**
     * Added to the longest request to give the idle timeout, so that a slow client receives an error before the
     * connection closes.
     */
    private static final Duration IDLE_MARGIN = Duration.ofSeconds(10);

    /** During shutdown, idle connections are closed after the drain timeout divided by this. */
    private static final int DRAIN_IDLE_SHARE = 5;

    private static final int PROBE_CONNECTIONS = 256;
    private static final Duration PROBE_DRAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_PROBE = Duration.ofSeconds(20);

    private final String service;
    private final ServerSettings settings;
    private final Duration longestRequest;
    private final QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    private final BoundedWork work = new BoundedWork(threads, WORKING_THREADS);
    private final GracefulHandler requests = new GracefulHandler();
    private final Javalin server;
    private volatile int port;

    /**
     * Creates a server without starting it.
     *
     * @param service the service's name in messages and thread names, e.g. gateway
     * @param longestRequest how long the body of a request, or its response, may take
     * @param routes adds the routes; error responses are problem details
     * @throws TlsException if the certificate or key is unusable
     */
    public HttpServer(
            String service, ServerSettings settings, Duration longestRequest, Consumer<JavalinConfig> routes) {
        this.service = service;
        this.settings = settings;
        this.longestRequest = longestRequest;
        threads.setName(service + "-http");
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.jetty.threadPool = threads;
            config.jetty.modifyServer(this::prepare);
            config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new ErrorAnswers(service)));
            config.jetty.modifyServletContextHandler(HeadAsGet::addTo);
            config.jetty.addConnector(this::connector);
            Unrouted.add(config);
            routes.accept(config);
        });
    }

    /**
     * Starts a server that serves nothing but the {@linkplain Probes probes}, on all addresses of this machine.
     *
     * @param port 0 for any free port
     * @param loops the service's background threads
     * @throws PortTakenException if the port is in use
     */
    public static HttpServer forProbes(
            int port, Loops loops, Supplier<Health> live, Supplier<Health> ready, PrometheusMeterRegistry meters) {
        ServerSettings settings =
                new ServerSettings(Optional.empty(), port, Optional.empty(), PROBE_CONNECTIONS, PROBE_DRAIN);
        HttpServer server = new HttpServer(
                "service", settings, LONGEST_PROBE, config -> Probes.add(config, loops, live, ready, meters));
        server.start();
        return server;
    }

    /**
     * Starts serving.
     *
     * @throws PortTakenException if the port is in use
     */
    public void start() {
        try {
            server.start();
            port = server.port();
        } catch (JavalinBindException e) {
            throw new PortTakenException(settings.port(), e);
        }
    }

    private void prepare(Server jetty) {
        jetty.insertHandler(work);
        jetty.insertHandler(requests);
        jetty.insertHandler(new LingeringClose());
        jetty.setErrorHandler(new ErrorAnswers(service));
        jetty.setStopTimeout(settings.drainWithin().toMillis());
        jetty.setStopAtShutdown(false);
    }

    private ServerConnector connector(Server jetty, HttpConfiguration configuration) {
        HeaderCache.makeCaseSensitive(configuration);
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        ServerConnector connector = settings.tls()
                .map(files -> {
                    configuration.addCustomizer(new SecureRequestCustomizer(false));
                    return new ServerConnector(jetty, tls(files), http);
                })
                .orElseGet(() -> new ServerConnector(jetty, http));
        settings.host().ifPresent(connector::setHost);
        connector.setPort(settings.port());
        connector.setIdleTimeout(longestRequest.plus(IDLE_MARGIN).toMillis());
        connector.setShutdownIdleTimeout(settings.drainWithin().toMillis() / DRAIN_IDLE_SHARE);
        connector.setAcceptQueueSize(Math.min(settings.maxConnections(), 4096));
        connector.addBean(new SlowStarters(connector.getScheduler()));
        connector.addBean(new NetworkConnectionLimit(settings.maxConnections(), connector));
        return connector;
    }

    private static SslContextFactory.Server tls(TlsFiles files) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        if (files instanceof TlsFiles.Pem pem) {
            factory.setKeyStore(TlsKeyStore.read(pem));
            factory.setKeyStorePassword(TlsKeyStore.MEMORY_PASSWORD);
        } else if (files instanceof TlsFiles.Pkcs12 file) {
            factory.setKeyStore(TlsKeyStore.read(file));
            factory.setKeyStorePassword(file.password());
        }
        return factory;
    }

    /** Runs blocking work for requests. */
    public Executor work() {
        return work;
    }

    /** The number of requests in progress. */
    public long requestsUnderWay() {
        return requests.getCurrentRequestCount();
    }

    /** The number of open connections. Call after {@link #start}. */
    public int connections() {
        return Arrays.stream(server.jettyServer().server().getConnectors())
                .mapToInt(connector -> connector.getConnectedEndPoints().size())
                .sum();
    }

    /** The port. Call after {@link #start}; valid after {@link #close} too. */
    public int port() {
        return port;
    }

    /**
     * Refuses new connections, finishes the requests in progress within the drain timeout, and stops. Requests that
     * take longer are cut off.
     */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (JavalinException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
            LOG.warn("Requests of {} that took longer than {} were cut off", service, settings.drainWithin());
        }
    }
}
