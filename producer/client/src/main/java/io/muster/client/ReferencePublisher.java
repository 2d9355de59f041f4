package io.muster.client;

import io.muster.client.ReferenceBatch.Change;
import io.muster.contract.topic.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes campaigns, areas, targets and certified counts. A batch is published in one transaction: all of it or
 * nothing.
 */
public final class ReferencePublisher {

    /** Shared by all publishers, so that a new publisher fences an older one that has not finished. */
    private static final String TRANSACTIONAL_ID = "muster.reference-publisher";

    private final PublisherSettings settings;
    private final Failures failures;

    public ReferencePublisher(PublisherSettings settings) {
        this.settings = settings;
        this.failures = new Failures(settings);
    }

    /**
     * Publishes the changes, and returns when all in-sync replicas have them. Consumers with read_committed see them a
     * moment later.
     *
     * @throws PublishException if the transaction failed, so that consumers with read_committed see no change; or if
     *     its outcome is unknown, in which case {@link PublishException#isUnclear()} is true
     */
    public void publish(ReferenceBatch batch) {
        List<Change<?>> changes = batch.changes();
        if (changes.isEmpty()) {
            return;
        }
        Set<Topic<?>> topics = new LinkedHashSet<>();
        changes.forEach(change -> topics.add(change.topic()));
        new TopicCheck(settings, failures).require(topics);
        // Serialize everything first: a missing schema must not abort a transaction halfway.
        RecordWriter writer = new RecordWriter(settings.serdes(), failures);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        changes.forEach(change -> records.add(writer.record(change)));
        send(records, changes.get(0).topic());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failed record fails the commit
    private void send(List<ProducerRecord<String, byte[]>> records, Topic<?> topic) {
        Producer<String, byte[]> producer = producer(topic);
        try {
            producer.initTransactions();
            producer.beginTransaction();
            records.forEach(producer::send);
            commit(producer, topic);
        } catch (KafkaException e) {
            throw failures.of(topic, e);
        } finally {
            producer.close(settings.patience());
        }
    }

    private void commit(Producer<String, byte[]> producer, Topic<?> topic) {
        try {
            producer.commitTransaction();
        } catch (TimeoutException e) {
            throw PublishException.unclear(
                    failures.of(topic, e).getMessage() + " It is unknown whether anything was published;"
                            + " publish it again, which is safe",
                    e);
        }
    }

    private Producer<String, byte[]> producer(Topic<?> topic) {
        Map<String, Object> kafka = ProducerSettings.producer(settings);
        kafka.putIfAbsent(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        try {
            return new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw failures.of(topic, e);
        }
    }
}
