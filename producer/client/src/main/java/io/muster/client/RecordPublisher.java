package io.muster.client;

import io.muster.contract.topic.Topic;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes raw records, such as previously rejected ones. Sending is asynchronous. A record is reported as sent only
 * when all in-sync replicas have acknowledged it.
 */
public final class RecordPublisher implements AutoCloseable {

    private final Topic<?> topic;
    private final TopicProducer<byte[], byte[]> producer;

    /**
     * Connects to the broker.
     *
     * @throws PublishException if the broker does not answer or does not have the topic
     * @throws IllegalArgumentException if a Kafka setting breaks the guarantees of this class
     */
    public RecordPublisher(PublisherSettings settings, Topic<?> topic) {
        this.topic = topic;
        this.producer = new TopicProducer<>(settings, topic, new ByteArraySerializer(), ByteArraySerializer::new);
    }

    /**
     * Sends a record with the current time as its timestamp. Blocks while the send buffer is full.
     *
     * @param partition an existing partition; all records of one participant must go to the same one
     * @return completed on the producer thread when the record is acknowledged, or with a {@link PublishException} if
     *     it is not acknowledged in time
     */
    public CompletionStage<Void> send(int partition, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        producer.send(new ProducerRecord<>(topic.name(), partition, key, value, headers), acknowledged);
        return acknowledged;
    }

    /** Waits until everything sent is acknowledged or has failed, and closes the connection. */
    @Override
    public void close() {
        producer.close();
    }
}
