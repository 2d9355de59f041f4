package io.muster.client;

import io.muster.contract.topic.Topic;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes records byte for byte, such as those that were refused before. Sending is asynchronous: what is not acknowledged by all
 * in-sync replicas is never reported as sent.
 */
public final class RecordPublisher implements AutoCloseable {

    private final Topic<?> topic;
    private final TopicProducer<byte[], byte[]> producer;

    /**
     * Connects to the broker.
     *
     * @throws PublishException if the broker does not answer or does not have the topic
     * @throws IllegalArgumentException if a Kafka setting takes away what this class promises
     */
    public RecordPublisher(PublisherConfig config, Topic<?> topic) {
        this.topic = topic;
        this.producer = new TopicProducer<>(config, topic, new ByteArraySerializer(), ByteArraySerializer::new);
    }

    /**
     * Sends a record with the time of now. Waits while too much is unacknowledged.
     *
     * @param partition one that the topic has; all that is said about one participant must be on the same
     * @return completed, by the thread that talks to the broker, when the record is acknowledged; completed with a
     *     {@link PublishException} if it was not acknowledged in time
     */
    public CompletionStage<Void> send(int partition, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        producer.send(new ProducerRecord<>(topic.name(), partition, key, value, headers), acknowledged);
        return acknowledged;
    }

    /** Waits until everything sent is acknowledged or has failed, and lets go of the broker. */
    @Override
    public void close() {
        producer.close();
    }
}
