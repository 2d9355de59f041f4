package io.muster.e2e.process;

import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.streams.succession.Lag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Detects from committed offsets and metrics, as an operator can, when everything sent is counted. */
public final class Counting {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Connection connection;
    private final String applicationId;
    private final List<StreamsInstance> instances;

    /** @param instances all running instances of the application */
    public Counting(Connection connection, String applicationId, List<StreamsInstance> instances) {
        this.connection = connection;
        this.applicationId = applicationId;
        this.instances = List.copyOf(instances);
    }

    public void awaitEverything() {
        Map<String, Object> settings = connection.clientSettings();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (Admin admin = Admin.create(connection.clientSettings());
                Consumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            await().alias("everything is counted")
                    .atMost(LIMIT)
                    .until(() -> Lag.isNone(admin, consumer, applicationId, this::backlog));
        }
    }

    private long backlog() {
        return (long) instances.stream()
                .mapToDouble(instance -> instance.metric("muster_backlog"))
                .sum();
    }
}
