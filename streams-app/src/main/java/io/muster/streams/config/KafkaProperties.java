package io.muster.streams.config;

import io.muster.contract.topic.Topics;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings as Kafka Streams takes them. */
public final class KafkaProperties {

    private KafkaProperties() {}

    /**
     * @param stateDir of this instance alone
     * @param instanceId of this instance alone, the same after a restart: who comes back as the same member gets its tasks at once
     */
    public static Properties of(StreamsSettings settings, Path stateDir, String instanceId) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put("processing.exception.handler.global.enabled", true); // the default from Kafka 5.0 on
        properties.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        // how long a thread may sleep in a poll before it looks whether a round is due
        properties.put(StreamsConfig.POLL_MS_CONFIG, 5);
        // rounds ask for their own commits; this is for records that change no count
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        // every task has one input partition, there is nothing to wait for
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        // with a prefix, so that a setting meant for every consumer does not reach it: counts need the whole history
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // how soon an instance that was restarted, and has read its state anew, gets its share again; the least that
        // Kafka allows
        properties.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        // a commit must not wait for a batch to fill
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // whatever was received must fit into a rejection, with headers beside it
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_REJECTION);
        // a pause of the machine must not cost an abort, and an abort by the coordinator a thread
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 60_000);
        properties.putAll(settings.kafka());
        return properties;
    }
}
