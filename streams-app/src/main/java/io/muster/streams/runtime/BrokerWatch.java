package io.muster.streams.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks now and then whether brokers answer. Kafka's own clients wait for them without an end and without a sign. */
final class BrokerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration ASK_EVERY = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final Admin admin;
    private final Thread watch = new Thread(this::askNowAndThen, "muster-broker-watch");
    private volatile int brokers;

    private BrokerWatch(Admin admin, MeterRegistry meters) {
        this.admin = admin;
        Gauge.builder("muster.brokers", this, self -> self.brokers)
                .description("Brokers of the cluster, as it says; 0 while none answers")
                .register(meters);
    }

    /** @param admin is closed with this */
    static BrokerWatch start(Admin admin, MeterRegistry meters) {
        BrokerWatch started = new BrokerWatch(admin, meters);
        started.brokers = 1; // who starts has just been answered
        started.watch.setDaemon(true);
        started.watch.start();
        return started;
    }

    /** Whether any broker answered when it was last asked. */
    boolean isAnswered() {
        return brokers > 0;
    }

    private void askNowAndThen() {
        try {
            while (true) {
                ask();
                Thread.sleep(ASK_EVERY.toMillis());
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("No longer watching the brokers", e);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private void ask() throws InterruptedException {
        boolean wasAnswered = isAnswered();
        try {
            DescribeClusterOptions soon = new DescribeClusterOptions().timeoutMs((int) ANSWER_WITHIN.toMillis());
            brokers = admin.describeCluster(soon).nodes().get().size();
            if (!wasAnswered) {
                LOG.info("Brokers answer again");
            }
        } catch (ExecutionException | KafkaException e) {
            brokers = 0;
            if (wasAnswered) {
                LOG.warn("No broker answers; counting goes on when one does: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
