package io.muster.streams.config;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Creates the clients that are used besides Kafka Streams. */
public final class Clients {

    private static final long LONGEST_REQUEST_MILLIS = 5_000;

    private Clients() {}

    /** An admin client whose timeout is the start timeout of the application. */
    public static Admin admin(StreamsSettings settings) {
        long timeout = settings.instance().startTimeout().toMillis();
        Map<String, Object> config = settings.connection().clientSettings();
        config.keySet().retainAll(AdminClientConfig.configNames());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeout);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.min(LONGEST_REQUEST_MILLIS, timeout));
        return Admin.create(config);
    }

    /** A consumer of committed records, without a group. */
    public static Consumer<byte[], byte[]> consumer(StreamsSettings settings) {
        Map<String, Object> config = settings.connection().readerSettings();
        config.keySet().retainAll(ConsumerConfig.configNames());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
