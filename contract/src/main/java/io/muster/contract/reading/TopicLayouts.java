package io.muster.contract.reading;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * The ids and partition counts of some topics at one moment.
 *
 * @param topics the existing topics, by name
 * @param missing the names of topics that do not exist
 */
public record TopicLayouts(SortedMap<String, Layout> topics, Set<String> missing) {

    /**
     * One topic.
     *
     * @param id differs after the topic was deleted and recreated
     */
    public record Layout(Uuid id, int partitions) {}

    /**
     * Fetches the layouts from the broker.
     *
     * @throws KafkaException if the broker does not answer in time
     */
    public static TopicLayouts of(Admin admin, Collection<String> names, Duration patience) {
        Map<String, KafkaFuture<TopicDescription>> asked = admin.describeTopics(
                        names, new DescribeTopicsOptions().timeoutMs((int) patience.toMillis()))
                .topicNameValues();
        SortedMap<String, Layout> topics = new TreeMap<>();
        Set<String> missing = new HashSet<>();
        asked.forEach((name, answer) -> {
            try {
                TopicDescription topic = answer.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
                topics.put(name, new Layout(topic.topicId(), topic.partitions().size()));
            } catch (ExecutionException e) {
                if (!isMissing(e.getCause())) {
                    throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
                }
                missing.add(name);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } catch (TimeoutException e) {
                throw new org.apache.kafka.common.errors.TimeoutException("no answer about " + name, e);
            }
        });
        return new TopicLayouts(topics, missing);
    }

    private static boolean isMissing(@Nullable Throwable cause) {
        return cause instanceof UnknownTopicOrPartitionException || cause instanceof InvalidTopicException;
    }

    /** All partitions of the existing topics. */
    List<TopicPartition> partitions() {
        return topics.entrySet().stream()
                .flatMap(topic -> IntStream.range(0, topic.getValue().partitions())
                        .mapToObj(number -> new TopicPartition(topic.getKey(), number)))
                .toList();
    }

    /** The names of topics that were recreated or repartitioned since; missing topics are not included. */
    public List<String> changedSince(TopicLayouts before) {
        return topics.entrySet().stream()
                .filter(topic -> before.topics.containsKey(topic.getKey())
                        && !topic.getValue().equals(before.topics.get(topic.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The layouts of those topics only. */
    TopicLayouts only(Set<String> names) {
        SortedMap<String, Layout> some = new TreeMap<>(topics);
        some.keySet().retainAll(names);
        return new TopicLayouts(some, missing);
    }

    /** A hash of the topic ids: equal for all readers of the same topics, different after one was recreated. */
    long identity() {
        return topics.values().stream()
                .flatMap(topic -> Stream.of(
                        topic.id().getMostSignificantBits(), topic.id().getLeastSignificantBits()))
                .reduce(1L, (sum, bits) -> 31 * sum + bits);
    }
}
