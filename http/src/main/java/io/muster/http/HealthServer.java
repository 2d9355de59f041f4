package io.muster.http;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.http.loop.Loops;
import java.util.function.Supplier;

/** Serves the {@linkplain Probes probes} of a service that has nothing else to serve. */
public final class HealthServer implements AutoCloseable {

    private final Javalin server;

    /**
     * Starts to serve on all addresses of this machine.
     *
     * @param port 0 takes a free one
     * @param loops the threads of the service
     * @throws PortTakenException if the port is taken
     */
    public HealthServer(
            int port, Loops loops, Supplier<Health> live, Supplier<Health> ready, PrometheusMeterRegistry meters) {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.modifyServletContextHandler(HeadAsGet::addTo);
            Unrouted.add(config);
            Probes.add(config, loops, live, ready, meters);
        });
        try {
            server.start(port);
        } catch (JavalinBindException e) {
            throw new PortTakenException(port, e);
        }
    }

    /** The port it serves on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
