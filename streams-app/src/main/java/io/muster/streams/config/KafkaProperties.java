package io.muster.streams.config;

import io.muster.contract.topic.Topics;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Translates the settings to properties of Kafka Streams. */
public final class KafkaProperties {

    private KafkaProperties() {}

    /**
     * @param stateDir used by this instance only
     * @param instanceId unique to this instance and stable across restarts: a static member gets its tasks back without
     *     a rebalance
     */
    public static Properties of(StreamsSettings settings, Path stateDir, String instanceId) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(
                StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.instance().threads());
        properties.put(
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.instance().standbyReplicas());
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put("processing.exception.handler.global.enabled", true); // the default from Kafka 5.0 on
        properties.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        // the longest that a thread blocks in a poll before it checks whether a flush is due
        properties.put(StreamsConfig.POLL_MS_CONFIG, 5);
        // flushes request their own commits; this one covers records that change no count
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        // every task has a single input partition, so there is no other partition to wait for
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        // counts need the whole history; the prefix keeps a setting for all consumers from overriding it
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // how soon a restarted instance that has restored its state gets its tasks back; the minimum that Kafka allows
        properties.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        // commits must not wait for batches to fill
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // any received record must fit into a rejection, together with its headers
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_REJECTION);
        // a pause of the machine must not let the coordinator abort a transaction, which would kill the thread
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 60_000);
        properties.putAll(settings.connection().clientSettings());
        return properties;
    }
}
