package io.muster.dashboard.view;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.muster.dashboard.view.ViewException.Obstacle;
import io.muster.schemas.AvroSerdes;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes the records of one feed and hands them on. What does not decode is skipped and counted. */
final class FeedReader<V> {

    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);

    private final Feed<V> feed;
    private final Deserializer<V> deserializer;
    private long skipped;

    FeedReader(Feed<V> feed, AvroSerdes serdes) {
        this.feed = feed;
        this.deserializer = serdes.deserializer(feed.topic());
    }

    /** @throws ViewException if the registry cannot be asked what the record means; it can be taken again later */
    void take(ConsumerRecord<String, byte[]> record) {
        try {
            byte[] bytes = record.value();
            V value = bytes == null ? null : deserializer.deserialize(record.topic(), bytes);
            feed.target()
                    .put(
                            record.key(),
                            value == null ? null : feed.topic().valueType().cast(value),
                            Instant.ofEpochMilli(record.timestamp()));
        } catch (RuntimeException failure) {
            if (isOfRegistry(failure)) {
                throw new ViewException(
                        Obstacle.REGISTRY, "the schema registry cannot be asked: " + rootMessage(failure), failure);
            }
            skip(record, failure);
        }
    }

    long skipped() {
        return skipped;
    }

    private void skip(ConsumerRecord<String, byte[]> record, RuntimeException failure) {
        skipped++;
        if (skipped == 1) {
            LOG.warn(
                    "Skipped a record of {} partition {} offset {}: {}. Further ones of this topic are only counted.",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    rootMessage(failure));
        }
    }

    /** Whether the registry did not answer, as opposed to: the record is not what it should be. */
    private static boolean isOfRegistry(RuntimeException failure) {
        if (!(failure instanceof KafkaException)) {
            return false;
        }
        if (!(failure instanceof SerializationException)) {
            return true;
        }
        Throwable cause = failure.getCause();
        if (cause instanceof RestClientException answer) {
            return !saysUnknownSchema(answer);
        }
        return cause instanceof IOException && !isOfAvro(cause);
    }

    /** Avro reports cut-off bytes as an end of file, and the rest in exceptions of its own. */
    private static boolean isOfAvro(Throwable cause) {
        return cause instanceof EOFException
                || cause.getClass().getPackageName().startsWith(AvroRuntimeException.class.getPackageName());
    }

    /** Error codes 40401 to 40499 of the registry's API, as opposed to a bare 404 of something that is no registry. */
    private static boolean saysUnknownSchema(RestClientException answer) {
        return answer.getErrorCode() / 100 == 404;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
