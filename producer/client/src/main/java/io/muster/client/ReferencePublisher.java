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

/** Publishes campaigns, areas, targets and certified counts. A batch is published as a whole, in one transaction, or not at all. */
public final class ReferencePublisher {

    /** One for all: who publishes definitions shuts out whoever began before and has not finished. */
    private static final String TRANSACTIONAL_ID = "muster.reference-publisher";

    private final PublisherConfig config;
    private final Failures failures;

    public ReferencePublisher(PublisherConfig config) {
        this.config = config;
        this.failures = new Failures(config);
    }

    /**
     * Publishes the changes, and returns when all in-sync replicas have them; readers of committed records see them a moment later.
     *
     * @throws PublishException if readers of committed records will see none of the changes; where even that is not known,
     *     {@link PublishException#isUnclear()}
     */
    public void publish(ReferenceBatch batch) {
        List<Change<?>> changes = batch.changes();
        if (changes.isEmpty()) {
            return;
        }
        Set<Topic<?>> topics = new LinkedHashSet<>();
        changes.forEach(change -> topics.add(change.topic()));
        new TopicCheck(config, failures).require(topics);
        // all before anything is sent: what the registry does not know must not stop us in the middle
        RecordWriter writer = new RecordWriter(config.serdes(), failures);
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
            producer.close(config.patience());
        }
    }

    private void commit(Producer<String, byte[]> producer, Topic<?> topic) {
        try {
            producer.commitTransaction();
        } catch (TimeoutException e) {
            throw PublishException.unclear(
                    failures.of(topic, e).getMessage() + " It is not known whether anything was published;"
                            + " publish it again, that does no harm",
                    e);
        }
    }

    private Producer<String, byte[]> producer(Topic<?> topic) {
        Map<String, Object> settings = ProducerSettings.producer(config);
        settings.putIfAbsent(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        try {
            return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw failures.of(topic, e);
        }
    }
}
