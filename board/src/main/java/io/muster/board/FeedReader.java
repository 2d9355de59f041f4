package io.muster.board;

import io.muster.board.ViewException.Obstacle;
import io.muster.contract.failure.Causes;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.serde.RegistryOutageException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
                            new Origin(record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp())));
        } catch (RegistryOutageException e) {
            throw new ViewException(Obstacle.REGISTRY, String.valueOf(e.getMessage()), e);
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
                    "Skipped a record of {} partition {} offset {}: {}. Further ones of this topic are only counted.",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    Causes.rootMessage(failure));
        }
    }
}
