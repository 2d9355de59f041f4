package io.muster.cli.topics;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How the operator wants topics to be made.
 *
 * @param partitions of every topic that is divided at all; those of the catalogue if empty
 * @param replicationFactor the broker's own default if empty
 * @param settings topic settings beside those that the counts depend on
 */
public record TopicLayout(
        Optional<Integer> partitions, Optional<Integer> replicationFactor, Map<String, String> settings) {

    public TopicLayout {
        settings = Map.copyOf(settings);
        partitions.ifPresent(number -> requirePositive("partitions", number));
        replicationFactor.ifPresent(number -> requirePositive("replication factor", number));
    }

    /** Everything as the catalogue and the broker have it. */
    public static TopicLayout standard() {
        return new TopicLayout(Optional.empty(), Optional.empty(), Map.of());
    }

    /**
     * The topics of definitions stay whole, whatever is asked for the others.
     *
     * @param enrollments how many partitions the enrollments topic has already; an application divides its work by these
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
