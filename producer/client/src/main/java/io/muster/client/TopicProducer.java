package io.muster.client;

import io.muster.contract.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;

/** Sends records to one topic. A record is reported as sent only when all in-sync replicas have acknowledged it. */
final class TopicProducer<K, V> implements AutoCloseable {

    private final PublisherSettings settings;
    private final Topic<?> topic;
    private final Failures failures;
    private final Producer<K, V> producer;

    /**
     * @throws PublishException if the broker does not answer or does not have the topic
     * @throws IllegalArgumentException if a Kafka setting breaks the guarantees of this class
     */
    TopicProducer(PublisherSettings settings, Topic<?> topic, Serializer<K> keys, Supplier<Serializer<V>> values) {
        this.settings = settings;
        this.topic = topic;
        this.failures = new Failures(settings);
        new TopicCheck(settings, failures).require(List.of(topic));
        try {
            this.producer = new KafkaProducer<>(ProducerSettings.producer(settings), keys, values.get());
        } catch (KafkaException e) {
            throw failures.of(topic, e);
        }
    }

    /** @param acknowledged completed on the producer thread, with a {@link PublishException} on failure */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback gets the same result
    void send(ProducerRecord<K, V> record, CompletableFuture<Void> acknowledged) {
        try {
            producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(failures.of(topic, failure));
                }
            });
        } catch (KafkaException e) {
            acknowledged.completeExceptionally(failures.of(topic, e));
        }
    }

    /** Waits until everything sent so far is acknowledged or has failed, for at most the patience. */
    void flush() {
        producer.flush();
    }

    /** Closes the connection at once. Records in flight may or may not arrive. */
    void abandon() {
        producer.close(Duration.ZERO);
    }

    @Override
    public void close() {
        producer.close(settings.patience());
    }
}
