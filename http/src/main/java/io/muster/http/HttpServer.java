package io.muster.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server with bounded threads and connections, TLS if it is wanted, and an end that lets requests under way be answered. */
public final class HttpServer implements AutoCloseable {

    /** Few requests wait in a thread, so there need not be many, however many connections there are. */
    private static final int MAX_THREADS = 32;

    /** The others read what comes in, and answer probes. */
    static final int WORKING_THREADS = 24;

    private static final int MIN_THREADS = 8;

    /** So much longer than anybody may take a connection may be silent: who is too slow is told so before it is closed. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** Of the time to drain: after it a connection is closed that is kept open for later, or whose body has come to a halt. */
    private static final int DRAIN_IDLE_SHARE = 5;

    private final String service;
    private final ServerSettings settings;
    private final Duration longestRequest;
    private final QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    private final BoundedWork work = new BoundedWork(threads, WORKING_THREADS);
    private final GracefulHandler requests = new GracefulHandler();
    private final Javalin server;
    private volatile int port;

    /**
     * Makes a server that does not serve yet.
     *
     * @param service the name of the service in messages and threads, e.g. gateway
     * @param longestRequest how long a request may take, its body or its answer
     * @param routes what it serves; its error answers are problem details
     * @throws TlsException if certificate or key cannot be used
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
     * Starts to serve.
     *
     * @throws PortTakenException if the port cannot be had
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
        HeaderCache.rememberAsSent(configuration);
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        ServerConnector connector = settings.tls()
                .map(files -> {
                    configuration.addCustomizer(new SecureRequestCustomizer(false));
                    return new ServerConnector(jetty, tls(files), http);
                })
                .orElseGet(() -> new ServerConnector(jetty, http));
        settings.host().ifPresent(connector::setHost);
        connector.setPort(settings.port());
        connector.setIdleTimeout(longestRequest.plus(SILENCE).toMillis());
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

    /** Where what takes its time is done for requests. */
    public Executor work() {
        return work;
    }

    /** How many requests are under way. */
    public long requestsUnderWay() {
        return requests.getCurrentRequestCount();
    }

    /** How many connections are open; to be asked once it serves. */
    public int connections() {
        return Arrays.stream(server.jettyServer().server().getConnectors())
                .mapToInt(connector -> connector.getConnectedEndPoints().size())
                .sum();
    }

    /** The port it serves on; to be asked once it serves, also after it stopped. */
    public int port() {
        return port;
    }

    /** Takes no more connections, answers what is under way, and stops. */
    @Override
    public void close() {
        server.stop();
    }
}
