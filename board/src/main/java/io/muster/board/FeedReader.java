package io.muster.board;

import io.muster.board.ViewException.Problem;
import io.muster.contract.failure.Causes;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.serde.RegistryOutageException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes the records of one feed and passes them to its handler. Records that cannot be decoded are skipped and
 * counted.
 */
final class FeedReader<V> {

    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);

    private final Feed<V> feed;
    private final Deserializer<V> deserializer;
    private long skipped;

    FeedReader(Feed<V> feed, AvroSerdes serdes) {
        this.feed = feed;
        this.deserializer = serdes.deserializer(feed.topic());
    }

    /** @throws ViewException if the schema registry is unavailable; the record can be retried */
    void take(ConsumerRecord<String, byte[]> record) {
        try {
            byte[] bytes = record.value();
            V value = bytes == null ? null : deserializer.deserialize(record.topic(), bytes);
            feed.handler()
                    .put(
                            record.key(),
                            value == null ? null : feed.topic().valueType().cast(value),
                            new RecordLocation(
                                    record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp())));
        } catch (RegistryOutageException e) {
            throw new ViewException(Problem.REGISTRY, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException failure) {
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
                    "Skipped an unreadable record of topic {}, partition {}, offset {}: {}."
                            + " Further ones of this topic are counted, not logged.",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    Causes.rootMessage(failure));
        }
    }
}
