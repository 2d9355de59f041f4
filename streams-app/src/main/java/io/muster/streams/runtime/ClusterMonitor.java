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
 * Polls the cluster: whether brokers answer, which Kafka's own clients do not report; which topics exist; the running
 * instances of the application; its committed offsets; and the end offsets of the cells.
 */
final class ClusterMonitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterMonitor.class);
    private static final Duration POLL_EVERY = Duration.ofSeconds(2);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);

    /** In Kafka Streams every thread is a group member, named after its instance with a number appended. */
    private static final Pattern THREAD = Pattern.compile("-\\d+$");

    /** The topics that state is built from. */
    private static final Set<String> INPUT = Stream.concat(Stream.of(Topics.ENROLLMENTS), Topics.reference().stream())
            .map(Topic::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Admin admin;
    private final String applicationId;
    private final ConsumerProgress progress;
    private final Loops loops;
    private final Consumer<Set<String>> onTopicsRecreated;
    private final TopicIdentities identities = new TopicIdentities();
    private final Set<String> needed;
    private final Map<TopicPartition, OffsetSpec> endsOfCells;
    private @Nullable Loop loop;
    private volatile int brokers;
    private volatile int instances;
    private volatile Set<String> missing = Set.of();

    /**
     * Polls nothing before {@link #start}.
     *
     * @param admin closed with this object
     * @param partitions of the cells topic
     * @param progress receives the committed offsets and the end offsets of the cells
     * @param loops the threads of the service
     * @param onTopicsRecreated receives the input topics that were deleted and created again, after each poll that
     *     finds any
     */
    ClusterMonitor(
            Admin admin,
            String applicationId,
            int partitions,
            ConsumerProgress progress,
            MeterRegistry meters,
            Loops loops,
            Consumer<Set<String>> onTopicsRecreated) {
        this.admin = admin;
        this.applicationId = applicationId;
        this.progress = progress;
        this.loops = loops;
        this.onTopicsRecreated = onTopicsRecreated;
        this.needed =
                Topics.ofApplication(applicationId).stream().map(Topic::name).collect(Collectors.toSet());
        String cells = Topics.cells(applicationId).name();
        this.endsOfCells = IntStream.range(0, partitions)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(cells, partition), partition -> OffsetSpec.latest()));
        Gauge.builder("muster.brokers", this, self -> self.brokers)
                .description("Brokers of the cluster; 0 while none answers")
                .register(meters);
        Gauge.builder("muster.instances", this, self -> self.instances)
                .description("Instances of this application; one that was killed is counted until its session expires")
                .register(meters);
        brokers = 1; // the start check has just reached a broker
    }

    void start() {
        loop = loops.start("muster-cluster-watch", this::poll, () -> admin.close(Duration.ZERO));
    }

    /** Whether a broker answered the latest poll. */
    boolean isReachable() {
        return brokers > 0;
    }

    /** The topics of the application that were missing at the latest poll, in alphabetical order. */
    Set<String> missingTopics() {
        return missing;
    }

    private void poll(Loop self) throws InterruptedException {
        pollBrokers();
        pollTopics();
        pollInstances();
        pollOffsets();
        self.pause(POLL_EVERY);
    }

    private void pollBrokers() throws InterruptedException {
        boolean wasReachable = isReachable();
        try {
            DescribeClusterOptions options = new DescribeClusterOptions().timeoutMs((int) REQUEST_TIMEOUT.toMillis());
            brokers = admin.describeCluster(options).nodes().get().size();
            if (!wasReachable) {
                LOG.info("The brokers are reachable again");
            }
        } catch (ExecutionException | KafkaException e) {
            brokers = 0;
            if (wasReachable) {
                LOG.warn("No broker answers; counting resumes when one does: {}", e.getMessage());
            }
        }
    }

    private void pollTopics() throws InterruptedException {
        try {
            ListTopicsOptions options = new ListTopicsOptions().timeoutMs((int) REQUEST_TIMEOUT.toMillis());
            Map<String, TopicListing> existing =
                    admin.listTopics(options).namesToListings().get();
            Set<String> now = new TreeSet<>(needed);
            now.removeAll(existing.keySet());
            if (!now.isEmpty() && !now.equals(missing)) {
                LOG.error("{}", MissingTopics.message(now, applicationId));
            }
            missing = Collections.unmodifiableSet(now);
            checkIdentities(existing);
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("Cannot list topics", e);
        }
    }

    private void checkIdentities(Map<String, TopicListing> existing) {
        Map<String, Uuid> ids = new HashMap<>();
        existing.forEach((name, listing) -> {
            if (INPUT.contains(name)) {
                ids.put(name, listing.topicId());
            }
        });
        Set<String> recreated = identities.recreated(ids);
        if (!recreated.isEmpty()) {
            onTopicsRecreated.accept(recreated);
        }
    }

    private void pollInstances() throws InterruptedException {
        try {
            DescribeConsumerGroupsOptions options =
                    new DescribeConsumerGroupsOptions().timeoutMs((int) REQUEST_TIMEOUT.toMillis());
            instances = instances(
                    admin.describeConsumerGroups(List.of(applicationId), options).all().get().values().stream()
                            .flatMap(group -> group.members().stream())
                            .map(member -> member.groupInstanceId().orElse(member.clientId())));
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("Cannot describe the group {}", applicationId, e);
        }
    }

    private void pollOffsets() throws InterruptedException {
        try {
            ListConsumerGroupOffsetsOptions options =
                    new ListConsumerGroupOffsetsOptions().timeoutMs((int) REQUEST_TIMEOUT.toMillis());
            progress.committed(admin.listConsumerGroupOffsets(applicationId, options)
                    .partitionsToOffsetAndMetadata()
                    .get());
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(endsOfCells, lastStableOffsets())
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            progress.ends(ends);
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("Cannot read the committed offsets of {}", applicationId, e);
        }
    }

    private static ListOffsetsOptions lastStableOffsets() {
        return new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs((int) REQUEST_TIMEOUT.toMillis());
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
