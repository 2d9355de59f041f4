package io.muster.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherConfig;
import io.muster.contract.connection.Connection;
import io.muster.gateway.area.AreaFeed;
import io.muster.gateway.auth.KeyRing;
import io.muster.gateway.auth.KeysFile;
import io.muster.gateway.http.GatewayServer;
import io.muster.gateway.send.Outbox;
import io.muster.http.Health;
import io.muster.http.loop.Loops;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running gateway. */
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final long LEAST_BUFFER = 8L << 20;
    private static final long MOST_BUFFER = 64L << 20;

    private final Loops loops;
    private final KeyRing keys;
    private final EnrollmentPublisher publisher;
    private final AreaFeed areas;
    private final Outbox outbox;
    private final GatewayServer server;
    private volatile boolean stopping;

    /**
     * Starts one. It is ready as soon as it has read the areas.
     *
     * @throws io.muster.client.PublishException if the broker does not answer or does not have the topic
     * @throws io.muster.gateway.auth.KeysFileException if the file of keys cannot be read
     * @throws io.muster.http.PortTakenException if the port cannot be had
     * @throws io.muster.http.TlsException if certificate or key cannot be used
     * @throws IllegalArgumentException if a Kafka setting takes away what the gateway promises
     */
    public static Gateway start(GatewaySettings settings, InstantSource clock) {
        Loops loops = new Loops();
        KeyRing keys = KeyRing.follow(new KeysFile(settings.keys()), loops);
        if (keys.size() == 0) {
            LOG.warn("There are no keys in {}, so nobody is let in; make one with muster keys add", settings.keys());
        }
        try {
            return new Gateway(settings, keys, clock, loops);
        } catch (RuntimeException e) {
            keys.close();
            throw e;
        }
    }

    private Gateway(GatewaySettings settings, KeyRing keys, InstantSource clock, Loops loops) {
        this.loops = loops;
        this.keys = keys;
        PublisherConfig to = forRequests(settings.to(), settings.limits().heldBytes());
        publisher = new EnrollmentPublisher(to, clock, settings.numericRefs());
        Connection connection = settings.to().connection();
        areas = new AreaFeed(connection.clientSettings(), connection.serdes(), loops);
        outbox = new Outbox(publisher::send, settings.limits().unacknowledged(), to.patience(), loops);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        Gauge.builder("muster.registry.waiting", areas, feed -> feed.isWaitingForRegistry() ? 1 : 0)
                .description("Threads that wait for the schema registry")
                .register(meters);
        try {
            server = Wiring.serve(settings, keys, areas.tree(), outbox, this::health, clock, loops, meters);
        } catch (RuntimeException e) {
            closeClients();
            throw e;
        }
    }

    /**
     * Room for what may be under way: where there is none, the producer makes its caller wait. Nothing lingers, for somebody waits for
     * each answer; what comes while others are under way goes together all the same.
     */
    private static PublisherConfig forRequests(PublisherConfig to, long heldBytes) {
        long buffer = Math.min(MOST_BUFFER, Math.max(LEAST_BUFFER, 2 * heldBytes));
        Connection connection = to.connection()
                .withKafkaDefaults(Map.of(
                        ProducerConfig.LINGER_MS_CONFIG,
                        "0",
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        Long.toString(buffer)));
        return new PublisherConfig(connection, to.patience());
    }

    private Health health() {
        if (stopping) {
            return new Health(false, "STOPPING");
        }
        Health known = areas.health();
        // without its file there are the keys that were read last; whoever watches the state sees it
        return known.ok() && !keys.isFileRead() ? new Health(true, "KEYS_NOT_READ") : known;
    }

    /** The port it serves on. */
    public int port() {
        return server.port();
    }

    /** Its threads. */
    public Loops loops() {
        return loops;
    }

    /** Takes no more requests, answers those under way, and stops. */
    @Override
    public void close() {
        stopping = true;
        server.close();
        keys.close();
        closeClients();
    }

    private void closeClients() {
        outbox.close();
        areas.close();
        publisher.close();
    }
}
