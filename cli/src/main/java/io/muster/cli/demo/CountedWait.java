package io.muster.cli.demo;

import io.muster.cli.failure.CommandFailedException;
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

/** Knows when everything that was published is counted. */
final class CountedWait {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final Map<String, Object> consumerSettings;
    private final String applicationId;
    private final LongSupplier uncommitted;

    /**
     * @param clientSettings with which a consumer reaches the broker
     * @param uncommitted the number of records whose results are not committed yet
     */
    CountedWait(Admin admin, Map<String, Object> clientSettings, String applicationId, LongSupplier uncommitted) {
        this.admin = admin;
        this.consumerSettings = new HashMap<>(clientSettings);
        consumerSettings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.applicationId = applicationId;
        this.uncommitted = uncommitted;
    }

    /** @throws CommandFailedException if it takes longer */
    void await(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            while (!Lag.isNone(admin, consumer, applicationId, uncommitted)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new CommandFailedException(
                            "the statements were not counted within " + atMost.toSeconds() + " s");
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (ExecutionException e) {
            throw new CommandFailedException(
                    "the broker does not say how far the application is: " + e.getMessage(), e);
        }
    }
}
