package io.muster.cli.rejections;

import io.muster.cli.terminal.CommandFailedException;
import io.muster.cli.terminal.Unreachable;
import io.muster.contract.Connection;
import io.muster.contract.reading.SnapshotReader;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the committed records of the rejections topic, from its beginning to its end at the time of opening. */
final class RejectionsReader implements AutoCloseable {

    private final Connection connection;
    private final Duration timeout;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SnapshotReader<byte[], byte[]> rejections;
    private final AtomicLong read = new AtomicLong();
    private long foreign;

    /**
     * @param timeout how long to wait for the broker
     * @throws CommandFailedException if the broker does not answer or lacks the topic
     */
    RejectionsReader(Connection connection, Duration timeout) {
        this.connection = connection;
        this.timeout = timeout;
        consumer = call(() ->
                new KafkaConsumer<>(settings(connection), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        try {
            List<TopicPartition> partitions = partitions(Topics.REJECTIONS);
            rejections = call(() -> new SnapshotReader<>(consumer, partitions, timeout));
        } catch (CommandFailedException e) {
            close();
            throw e;
        }
    }

    private static Map<String, Object> settings(Connection connection) {
        Map<String, Object> settings = connection.readerSettings();
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    /**
     * All partitions of a topic.
     *
     * @throws CommandFailedException if the broker does not answer or lacks the topic
     */
    List<TopicPartition> partitions(Topic<?> topic) {
        List<TopicPartition> partitions = call(() -> SnapshotReader.partitions(consumer, topic.name(), timeout));
        if (partitions.isEmpty()) {
            throw new CommandFailedException("the broker at " + connection.bootstrapServers() + " has no topic "
                    + topic.name() + "; create it with muster topics");
        }
        return partitions;
    }

    /**
     * The next rejections, ordered within each partition; empty at the end.
     *
     * @throws CommandFailedException if the broker does not answer
     */
    List<RejectedRecord> next() {
        List<RejectedRecord> found = new ArrayList<>();
        for (var records = call(rejections::next); !records.isEmpty(); records = call(rejections::next)) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                RejectedRecord.of(record).ifPresentOrElse(found::add, () -> foreign++);
            }
            read.addAndGet(records.size());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return found;
    }

    /** Number of records read so far. Any thread may call this. */
    long read() {
        return read.get();
    }

    /** Number of records read that the application did not write. */
    long foreign() {
        return foreign;
    }

    private <T> T call(Supplier<T> clientCall) {
        try {
            return clientCall.get();
        } catch (KafkaException e) {
            throw Unreachable.broker(connection, e);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
