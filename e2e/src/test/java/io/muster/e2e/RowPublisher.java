package io.muster.e2e;

import io.muster.contract.Connection;
import io.muster.contract.mapping.RowMapping;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.oracle.Rows;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes rows to the output topics, to test readers without the streams application. */
final class RowPublisher {

    static final Instant COMPUTED_AT = Instant.parse("2023-05-18T10:00:00Z");

    private RowPublisher() {}

    static void publish(Connection connection, Rows rows) throws ExecutionException, InterruptedException {
        publish(connection, Topics.DAILY_COUNTS, rows.days(), row -> RowMapping.toAvro(row, COMPUTED_AT));
        publish(connection, Topics.AREA_PROGRESS, rows.areas(), row -> RowMapping.toAvro(row, COMPUTED_AT));
        publish(connection, Topics.SEGMENT_COUNTS, rows.segments(), row -> RowMapping.toAvro(row, COMPUTED_AT));
        publish(connection, Topics.ALERTS, rows.alerts(), row -> RowMapping.toAvro(row, COMPUTED_AT));
        publish(connection, Topics.CAMPAIGN_PROGRESS, rows.campaigns(), row -> RowMapping.toAvro(row, COMPUTED_AT));
    }

    private static <R, V> void publish(
            Connection connection, Topic<V> topic, Map<String, R> rows, Function<R, V> mapping)
            throws ExecutionException, InterruptedException {
        try (Producer<String, V> producer = new KafkaProducer<>(
                connection.clientSettings(),
                new StringSerializer(),
                connection.serdes().serializer(topic))) {
            for (Map.Entry<String, R> row : rows.entrySet()) {
                producer.send(new ProducerRecord<>(topic.name(), row.getKey(), mapping.apply(row.getValue())))
                        .get();
            }
        }
    }
}
