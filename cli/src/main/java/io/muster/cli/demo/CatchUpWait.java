package io.muster.cli.demo;

import io.muster.cli.terminal.CommandFailedException;
import io.muster.streams.succession.Lag;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Waits until the streams application has counted everything that was published. */
final class CatchUpWait {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final Admin admin;
    private final Map<String, Object> consumerSettings;
    private final String applicationId;
    private final LongSupplier uncommitted;

    /**
     * @param clientSettings settings to connect a consumer to the broker
     * @param uncommitted number of records consumed by the application whose results are not committed yet
     */
    CatchUpWait(Admin admin, Map<String, Object> clientSettings, String applicationId, LongSupplier uncommitted) {
        this.admin = admin;
        this.consumerSettings = new HashMap<>(clientSettings);
        consumerSettings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.applicationId = applicationId;
        this.uncommitted = uncommitted;
    }

    /** @throws CommandFailedException on timeout */
    void await(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            while (!Lag.isNone(admin, consumer, applicationId, uncommitted)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new CommandFailedException(
                            "the statements were not counted within " + timeout.toSeconds() + " s");
                }
                TimeUnit.NANOSECONDS.sleep(POLL_INTERVAL.toNanos());
            }
        } catch (ExecutionException e) {
            throw new CommandFailedException(
                    "cannot read the committed offsets of the application: " + e.getMessage(), e);
        }
    }
}
