package io.muster.streams.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks now and then who is there: brokers, for whom Kafka's own clients wait without an end and without a sign, and the instances that
 * share the work; what these have committed, and where the cells end.
 */
final class ClusterWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);
    private static final Duration ASK_EVERY = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    /** Kafka Streams makes every thread of an instance a member of its own, with the instance's name and a number. */
    private static final Pattern THREAD = Pattern.compile("-\\d+$");

    /** What the counts are made of. */
    private static final Set<String> INPUT = Stream.concat(Stream.of(Topics.ENROLLMENTS), Topics.reference().stream())
            .map(Topic::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Admin admin;
    private final String applicationId;
    private final ConsumerProgress progress;
    private final Loops loops;
    private final Consumer<Set<String>> onTopicsMadeAnew;
    private final TopicIdentities identities = new TopicIdentities();
    private final Set<String> needed;
    private final Map<TopicPartition, OffsetSpec> endsOfCells;
    private @Nullable Loop loop;
    private volatile int brokers;
    private volatile int instances;
    private volatile Set<String> missing = Set.of();

    /**
     * One that asks as soon as it is started.
     *
     * @param admin is closed with this
     * @param partitions of the cells topic
     * @param progress is told what the application has committed, and where the partitions of cells end
     * @param loops the threads of the service
     * @param onTopicsMadeAnew is told which topics that are read were deleted and made anew, each time that this is seen
     */
    ClusterWatch(
            Admin admin,
            String applicationId,
            int partitions,
            ConsumerProgress progress,
            MeterRegistry meters,
            Loops loops,
            Consumer<Set<String>> onTopicsMadeAnew) {
        this.admin = admin;
        this.applicationId = applicationId;
        this.progress = progress;
        this.loops = loops;
        this.onTopicsMadeAnew = onTopicsMadeAnew;
        this.needed =
                Topics.ofApplication(applicationId).stream().map(Topic::name).collect(Collectors.toSet());
        String cells = Topics.cells(applicationId).name();
        this.endsOfCells = IntStream.range(0, partitions)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(cells, partition), partition -> OffsetSpec.latest()));
        Gauge.builder("muster.brokers", this, self -> self.brokers)
                .description("Brokers of the cluster, as it says; 0 while none answers")
                .register(meters);
        Gauge.builder("muster.instances", this, self -> self.instances)
                .description(
                        "Instances that share the work of this application; one that has gone is counted until its session is over")
                .register(meters);
        brokers = 1; // who starts has just been answered
    }

    void start() {
        loop = loops.start("muster-cluster-watch", this::ask, () -> admin.close(Duration.ZERO));
    }

    /** Whether any broker answered when it was last asked. */
    boolean isAnswered() {
        return brokers > 0;
    }

    /** The topics of the application that were not there when the broker was last asked, in the order of their names. */
    Set<String> missingTopics() {
        return missing;
    }

    private void ask(Loop self) throws InterruptedException {
        askForBrokers();
        askForTopics();
        askForInstances();
        askForOffsets();
        self.pause(ASK_EVERY);
    }

    private void askForBrokers() throws InterruptedException {
        boolean wasAnswered = isAnswered();
        try {
            DescribeClusterOptions soon = new DescribeClusterOptions().timeoutMs((int) ANSWER_WITHIN.toMillis());
            brokers = admin.describeCluster(soon).nodes().get().size();
            if (!wasAnswered) {
                LOG.info("Brokers answer again");
            }
        } catch (ExecutionException | KafkaException e) {
            brokers = 0;
            if (wasAnswered) {
                LOG.warn("No broker answers; counting goes on when one does: {}", e.getMessage());
            }
        }
    }

    private void askForTopics() throws InterruptedException {
        try {
            ListTopicsOptions soon = new ListTopicsOptions().timeoutMs((int) ANSWER_WITHIN.toMillis());
            Map<String, TopicListing> there =
                    admin.listTopics(soon).namesToListings().get();
            Set<String> now = new TreeSet<>(needed);
            now.removeAll(there.keySet());
            if (!now.isEmpty() && !now.equals(missing)) {
                LOG.error("{}", MissingTopics.message(now, applicationId));
            }
            missing = Collections.unmodifiableSet(now);
            compare(there);
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("Which topics there are cannot be seen at the moment", e);
        }
    }

    private void compare(Map<String, TopicListing> there) {
        Map<String, Uuid> ids = new HashMap<>();
        there.forEach((name, listing) -> {
            if (INPUT.contains(name)) {
                ids.put(name, listing.topicId());
            }
        });
        Set<String> others = identities.madeAnew(ids);
        if (!others.isEmpty()) {
            onTopicsMadeAnew.accept(others);
        }
    }

    private void askForInstances() throws InterruptedException {
        try {
            DescribeConsumerGroupsOptions soon =
                    new DescribeConsumerGroupsOptions().timeoutMs((int) ANSWER_WITHIN.toMillis());
            instances =
                    instances(admin.describeConsumerGroups(List.of(applicationId), soon).all().get().values().stream()
                            .flatMap(group -> group.members().stream())
                            .map(member -> member.groupInstanceId().orElse(member.clientId())));
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("Who shares the work of {} cannot be seen at the moment", applicationId, e);
        }
    }

    private void askForOffsets() throws InterruptedException {
        try {
            ListConsumerGroupOffsetsOptions soon =
                    new ListConsumerGroupOffsetsOptions().timeoutMs((int) ANSWER_WITHIN.toMillis());
            progress.committed(admin.listConsumerGroupOffsets(applicationId, soon)
                    .partitionsToOffsetAndMetadata()
                    .get());
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(endsOfCells, endsSoon())
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            progress.ends(ends);
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("What {} has committed cannot be seen at the moment", applicationId, e);
        }
    }

    private static ListOffsetsOptions endsSoon() {
        return new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs((int) ANSWER_WITHIN.toMillis());
    }

    static int instances(Stream<String> members) {
        return (int) members.map(name -> THREAD.matcher(name).replaceFirst(""))
                .distinct()
                .count();
    }

    @Override
    public void close() {
        if (loop == null) {
            admin.close(Duration.ZERO);
        } else {
            loop.interrupt();
        }
    }
}
