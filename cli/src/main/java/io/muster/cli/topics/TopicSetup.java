package io.muster.cli.topics;

import io.muster.cli.topics.SetupResult.State;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates missing topics and compares existing ones. Never changes what exists. */
final class TopicSetup {

    private final Admin admin;
    private final TopicLayout layout;

    TopicSetup(Admin admin, TopicLayout layout) {
        this.admin = admin;
        this.layout = layout;
    }

    List<SetupResult> ensure(Collection<Topic<?>> topics) throws ExecutionException, InterruptedException {
        Set<String> before = admin.listTopics().names().get();
        Optional<Integer> enrollments = before.contains(Topics.ENROLLMENTS.name())
                ? Optional.of(partitionsOf(Topics.ENROLLMENTS))
                : Optional.empty();
        Set<String> created = create(
                topics.stream().filter(topic -> !before.contains(topic.name())).toList(), enrollments);
        List<String> existing = topics.stream()
                .map(Topic::name)
                .filter(name -> !created.contains(name))
                .toList();
        Map<String, TopicDescription> descriptions =
                admin.describeTopics(existing).allTopicNames().get();
        Map<ConfigResource, Config> settings = admin.describeConfigs(
                        existing.stream().map(TopicSetup::resource).toList())
                .all()
                .get();
        List<SetupResult> results = new ArrayList<>();
        for (Topic<?> topic : topics) {
            TopicDescription description = descriptions.get(topic.name());
            Config config = settings.get(resource(topic.name()));
            results.add(
                    description == null || config == null
                            ? SetupResult.created(topic.name(), partitions(layout.partitionsOf(topic, enrollments)))
                            : compare(topic, layout.partitionsOf(topic, enrollments), description, config));
        }
        return results;
    }

    /** Tolerates topics that another process creates at the same time. */
    private Set<String> create(Collection<Topic<?>> topics, Optional<Integer> enrollments)
            throws ExecutionException, InterruptedException {
        CreateTopicsResult result = admin.createTopics(topics.stream()
                .map(topic -> layout.newTopic(topic, enrollments))
                .toList());
        Set<String> created = result.values().keySet().stream().collect(Collectors.toSet());
        for (var answer : result.values().entrySet()) {
            try {
                answer.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                created.remove(answer.getKey());
            }
        }
        return created;
    }

    private int partitionsOf(Topic<?> topic) throws ExecutionException, InterruptedException {
        return Objects.requireNonNull(admin.describeTopics(List.of(topic.name()))
                        .allTopicNames()
                        .get()
                        .get(topic.name()))
                .partitions()
                .size();
    }

    private SetupResult compare(Topic<?> topic, int wanted, TopicDescription description, Config config) {
        int partitions = description.partitions().size();
        List<String> wrong = wrongSettings(topic, config);
        List<String> differences = new ArrayList<>(wrong);
        if (partitions != wanted) {
            differences.add("%d partitions instead of %d: this works; give the intended number with --partitions"
                    .formatted(partitions, wanted));
        }
        differences.addAll(otherThanAskedFor(topic, description, config));
        State state = !wrong.isEmpty() ? State.WRONG : differences.isEmpty() ? State.PRESENT : State.DIFFERS;
        return new SetupResult(topic.name(), state, partitions(partitions), differences);
    }

    private static List<String> wrongSettings(Topic<?> topic, Config config) {
        return topic.settings().entrySet().stream()
                .filter(wanted -> !wanted.getValue().equals(value(config, wanted.getKey())))
                .map(wanted -> "%s is %s, the counts need %s: kafka-configs.sh --alter --topic %s --add-config %s=%s"
                        .formatted(
                                wanted.getKey(),
                                value(config, wanted.getKey()),
                                wanted.getValue(),
                                topic.name(),
                                wanted.getKey(),
                                wanted.getValue()))
                .toList();
    }

    private List<String> otherThanAskedFor(Topic<?> topic, TopicDescription description, Config config) {
        List<String> differences = new ArrayList<>();
        int replicas = description.partitions().get(0).replicas().size();
        layout.replicationFactor()
                .filter(wanted -> wanted != replicas)
                .ifPresent(
                        wanted -> differences.add("%d replicas instead of %d: kafka-reassign-partitions.sh changes that"
                                .formatted(replicas, wanted)));
        layout.settings().forEach((key, wanted) -> {
            if (!topic.settings().containsKey(key) && !wanted.equals(value(config, key))) {
                differences.add("%s is %s instead of %s".formatted(key, value(config, key), wanted));
            }
        });
        return differences;
    }

    private static String value(Config config, String key) {
        ConfigEntry entry = config.get(key);
        return entry == null || entry.value() == null ? "not set" : entry.value();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static String partitions(int number) {
        return number == 1 ? "1 partition" : number + " partitions";
    }
}
