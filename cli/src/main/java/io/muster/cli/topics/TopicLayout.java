package io.muster.cli.topics;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Partitions, replicas and settings of created topics, as asked for by the operator.
 *
 * @param partitions of every topic with more than one; if empty, as in the catalogue
 * @param replicationFactor if empty, the broker's default
 * @param settings topic settings in addition to those that the counts depend on
 */
public record TopicLayout(
        Optional<Integer> partitions, Optional<Integer> replicationFactor, Map<String, String> settings) {

    public TopicLayout {
        settings = Map.copyOf(settings);
        partitions.ifPresent(number -> requirePositive("partitions", number));
        replicationFactor.ifPresent(number -> requirePositive("replication factor", number));
    }

    /** The defaults of the catalogue and the broker. */
    public static TopicLayout standard() {
        return new TopicLayout(Optional.empty(), Optional.empty(), Map.of());
    }

    /**
     * Topics of definitions always have one partition.
     *
     * @param enrollments partitions of the existing enrollments topic, which the cells topic follows
     */
    int partitionsOf(Topic<?> topic, Optional<Integer> enrollments) {
        int usual = Topics.isCells(topic) ? enrollments.orElse(topic.partitions()) : topic.partitions();
        return topic.partitions() == 1 ? 1 : partitions.orElse(usual);
    }

    NewTopic newTopic(Topic<?> topic, Optional<Integer> enrollments) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(topic.settings());
        return new NewTopic(
                        topic.name(),
                        Optional.of(partitionsOf(topic, enrollments)),
                        replicationFactor.map(Integer::shortValue))
                .configs(all);
    }

    private static void requirePositive(String what, int number) {
        if (number < 1 || number > Short.MAX_VALUE) {
            throw new IllegalArgumentException(what + " must be from 1 to " + Short.MAX_VALUE + ", not " + number);
        }
    }
}
