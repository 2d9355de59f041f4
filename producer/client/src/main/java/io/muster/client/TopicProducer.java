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

/** Sends records to one topic; none is reported as sent that is not acknowledged by all in-sync replicas. */
final class TopicProducer<K, V> implements AutoCloseable {

    private final PublisherConfig config;
    private final Topic<?> topic;
    private final Failures failures;
    private final Producer<K, V> producer;

    /**
     * @throws PublishException if the broker does not answer or does not have the topic
     * @throws IllegalArgumentException if a Kafka setting takes away what this class promises
     */
    TopicProducer(PublisherConfig config, Topic<?> topic, Serializer<K> keys, Supplier<Serializer<V>> values) {
        this.config = config;
        this.topic = topic;
        this.failures = new Failures(config);
        new TopicCheck(config, failures).require(List.of(topic));
        try {
            this.producer = new KafkaProducer<>(ProducerSettings.producer(config), keys, values.get());
        } catch (KafkaException e) {
            throw failures.of(topic, e);
        }
    }

    /** @param acknowledged completed, by the thread that talks to the broker; with a {@link PublishException} if it failed */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
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

    /** Waits until everything sent so far is acknowledged or has failed, at most as long as the patience lasts. */
    void flush() {
        producer.flush();
    }

    /** Lets go of the broker at once; what is on its way may or may not arrive. */
    void abandon() {
        producer.close(Duration.ZERO);
    }

    @Override
    public void close() {
        producer.close(config.patience());
    }
}
