package io.muster.gateway;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherConfig;
import io.muster.gateway.area.AreaFeed;
import io.muster.gateway.auth.KeyRing;
import io.muster.gateway.auth.KeysFile;
import io.muster.gateway.http.GatewayServer;
import io.muster.gateway.send.Outbox;
import io.muster.http.Health;
import io.muster.http.loop.Loops;
import io.muster.schemas.AvroSerdes;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running gateway. */
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final long LEAST_BUFFER = 8L << 20;
    private static final long MOST_BUFFER = 64L << 20;

    private final Loops loops = new Loops();
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
        KeyRing keys = new KeyRing(new KeysFile(settings.keys()), System::nanoTime);
        if (keys.size() == 0) {
            LOG.warn("There are no keys in {}, so nobody is let in; make one with muster keys add", settings.keys());
        }
        return new Gateway(settings, keys, clock);
    }

    private Gateway(GatewaySettings settings, KeyRing keys, InstantSource clock) {
        PublisherConfig to = forRequests(settings.to(), settings.limits().heldBytes());
        publisher = new EnrollmentPublisher(to, clock);
        Map<String, Object> kafka = new HashMap<>(settings.to().kafkaSettings());
        kafka.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, to.bootstrapServers());
        areas = new AreaFeed(kafka, new AvroSerdes(to.registryUrl(), to.registrySettings()), loops);
        outbox = new Outbox(publisher::send, settings.limits().unacknowledged(), to.patience(), loops);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
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
        Map<String, String> kafka = new HashMap<>(to.kafkaSettings());
        kafka.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, "0");
        kafka.putIfAbsent(
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                Long.toString(Math.min(MOST_BUFFER, Math.max(LEAST_BUFFER, 2 * heldBytes))));
        return new PublisherConfig(
                to.bootstrapServers(), to.registryUrl(), kafka, to.registrySettings(), to.patience());
    }

    private Health health() {
        if (stopping) {
            return new Health(false, "STOPPING");
        }
        return areas.health();
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
        closeClients();
    }

    private void closeClients() {
        outbox.close();
        areas.close();
        publisher.close();
    }
}
