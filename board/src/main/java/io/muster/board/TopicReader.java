package io.muster.board;

import static java.util.Objects.requireNonNull;

import io.muster.board.ViewException.Problem;
import io.muster.contract.Connection;
import io.muster.contract.reading.MissingTopicsException;
import io.muster.contract.reading.TopicsChangedException;
import io.muster.contract.reading.TopicsReader;
import io.muster.contract.serde.AvroSerdes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/** Reads the topics of some feeds from the beginning. Not thread-safe. */
final class TopicReader implements AutoCloseable {

    private final TopicsReader reader;
    private final String brokers;
    private final Map<String, FeedReader<?>> feeds = new HashMap<>();
    private final Queue<ConsumerRecord<String, byte[]>> fetched = new ArrayDeque<>();

    /**
     * @param others further topics that must exist
     * @param patience timeout of a broker request
     * @throws ViewException if a setting is wrong
     */
    TopicReader(Connection connection, List<Feed<?>> feeds, Set<String> others, Duration patience) {
        brokers = connection.bootstrapServers();
        AvroSerdes serdes = connection.serdes();
        feeds.forEach(feed -> this.feeds.put(feed.topic().name(), new FeedReader<>(feed, serdes)));
        try {
            reader = new TopicsReader(connection, this.feeds.keySet(), others, patience);
        } catch (KafkaException e) {
            String problem =
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new ViewException(Problem.BROKER, "no consumer for " + brokers + ": " + problem, e);
        }
    }

    /**
     * Assigns all partitions and seeks to their beginning.
     *
     * @throws ViewException if the broker does not respond, or a topic is missing
     */
    void assign() {
        fetched.clear();
        asking(() -> {
            reader.begin();
            return true;
        });
    }

    /** See {@link TopicsReader#identity}. */
    long identity() {
        return reader.identity();
    }

    /**
     * Reads the next records.
     *
     * @return the number of records handled
     * @throws ViewException if broker or registry do not respond, or a topic is missing; the next call resumes where
     *     this one stopped
     * @throws TopicsChangedException if the topics were recreated
     */
    int poll(Duration atMost) {
        if (fetched.isEmpty()) {
            asking(() -> reader.poll(atMost)).forEach(fetched::add);
        }
        int taken = 0;
        for (var record = fetched.peek(); record != null; record = fetched.peek()) {
            feedOf(record.topic()).take(record);
            fetched.remove();
            taken++;
        }
        return taken;
    }

    /**
     * The current end offsets of committed records, by partition.
     *
     * @throws ViewException if the broker does not respond
     */
    Map<TopicPartition, Long> ends() {
        return asking(reader::ends);
    }

    /**
     * Whether all records before these offsets were handled.
     *
     * @throws ViewException if the broker does not respond
     * @throws TopicsChangedException if the topics were recreated
     */
    boolean hasReached(Map<TopicPartition, Long> ends) {
        return fetched.isEmpty() && asking(() -> reader.hasReached(ends));
    }

    private <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (WakeupException e) {
            throw e;
        } catch (MissingTopicsException e) {
            throw new ViewException(Problem.MISSING_TOPICS, String.valueOf(e.getMessage()), e);
        } catch (TimeoutException e) {
            throw new ViewException(Problem.BROKER, "the broker " + brokers + " does not answer", e);
        } catch (KafkaException e) {
            throw new ViewException(Problem.BROKER, "the broker " + brokers + " answers: " + e.getMessage(), e);
        }
    }

    private FeedReader<?> feedOf(String topic) {
        return requireNonNull(feeds.get(topic), topic);
    }

    /** Number of records skipped because they cannot be decoded. */
    long skipped() {
        return feeds.values().stream().mapToLong(FeedReader::skipped).sum();
    }

    /** Interrupts a blocking call in another thread with a {@link WakeupException}. */
    void wakeup() {
        reader.wakeup();
    }

    @Override
    public void close() {
        reader.close();
    }
}
