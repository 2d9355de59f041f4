package io.muster.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherSettings;
import io.muster.contract.Connection;
import io.muster.gateway.auth.ApiKeys;
import io.muster.gateway.auth.AreaFeed;
import io.muster.gateway.auth.KeysFile;
import io.muster.gateway.http.GatewayServer;
import io.muster.gateway.send.StatementSender;
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
    private static final long MIN_BUFFER = 8L << 20;
    private static final long MAX_BUFFER = 64L << 20;

    private final Loops loops;
    private final ApiKeys keys;
    private final EnrollmentPublisher publisher;
    private final AreaFeed areas;
    private final StatementSender sender;
    private final GatewayServer server;
    private volatile boolean stopping;

    /**
     * Starts a gateway. It is ready as soon as it has read the areas.
     *
     * @throws io.muster.client.PublishException if the broker does not answer or does not have the topic
     * @throws io.muster.gateway.auth.KeysFileException if the keys file cannot be read
     * @throws io.muster.http.PortTakenException if the port is in use
     * @throws io.muster.http.TlsException if certificate or key cannot be used
     * @throws IllegalArgumentException if a Kafka setting breaks the guarantees of the gateway
     */
    public static Gateway start(GatewaySettings settings, InstantSource clock) {
        Loops loops = new Loops();
        ApiKeys keys = ApiKeys.follow(new KeysFile(settings.keys()), loops);
        if (keys.size() == 0) {
            LOG.warn(
                    "There are no keys in {}, so every request is refused; create one with muster keys add",
                    settings.keys());
        }
        try {
            return new Gateway(settings, keys, clock, loops);
        } catch (RuntimeException e) {
            keys.close();
            throw e;
        }
    }

    private Gateway(GatewaySettings settings, ApiKeys keys, InstantSource clock, Loops loops) {
        this.loops = loops;
        this.keys = keys;
        PublisherSettings to = forRequests(settings.to(), settings.limits().heldBytes());
        publisher = new EnrollmentPublisher(to, clock, settings.numericRefs());
        areas = new AreaFeed(settings.to().connection(), loops);
        sender = new StatementSender(publisher::send, settings.limits().unacknowledged(), to.patience(), loops);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        Gauge.builder("muster.registry.waiting", areas, feed -> feed.isWaitingForRegistry() ? 1 : 0)
                .description("Threads that wait for the schema registry")
                .register(meters);
        try {
            server = GatewayAssembly.serve(settings, keys, areas.tree(), sender, this::health, clock, loops, meters);
        } catch (RuntimeException e) {
            closeClients();
            throw e;
        }
    }

    /**
     * Sizes the buffer for all requests in flight, because a full buffer blocks the caller. Disables linger, because a
     * client waits for each response; batches still form while earlier ones are in flight.
     */
    private static PublisherSettings forRequests(PublisherSettings to, long heldBytes) {
        long buffer = Math.min(MAX_BUFFER, Math.max(MIN_BUFFER, 2 * heldBytes));
        Connection connection = to.connection()
                .withKafkaDefaults(Map.of(
                        ProducerConfig.LINGER_MS_CONFIG,
                        "0",
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        Long.toString(buffer)));
        return new PublisherSettings(connection, to.patience());
    }

    private Health health() {
        if (stopping) {
            return new Health(false, "STOPPING");
        }
        Health known = areas.health();
        // the keys read last stay valid; the state shows the problem to monitoring
        return known.ok() && !keys.isFileRead() ? new Health(true, "KEYS_NOT_READ") : known;
    }

    /** The port of the server. */
    public int port() {
        return server.port();
    }

    /** The threads of the gateway. */
    public Loops loops() {
        return loops;
    }

    /** Accepts no more requests, completes those in flight, and stops. */
    @Override
    public void close() {
        stopping = true;
        server.close();
        keys.close();
        closeClients();
    }

    private void closeClients() {
        sender.close();
        areas.close();
        publisher.close();
    }
}
