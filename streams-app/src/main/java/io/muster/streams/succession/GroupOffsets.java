package io.muster.streams.succession;

import io.muster.contract.topic.Topic;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** Reads the committed offsets of applications and marks applications as succeeded. */
final class GroupOffsets {

    private static final Set<TransactionState> UNDECIDED =
            Set.of(TransactionState.ONGOING, TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);

    private final Admin admin;

    GroupOffsets(Admin admin) {
        this.admin = admin;
    }

    /**
     * Whether the application's group has members. An instance that was killed remains a member until its session
     * expires.
     */
    boolean hasMembers(String applicationId) throws ExecutionException, InterruptedException {
        try {
            return !Objects.requireNonNull(admin.describeConsumerGroups(List.of(applicationId))
                            .all()
                            .get()
                            .get(applicationId))
                    .members()
                    .isEmpty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e;
        }
    }

    /** The committed offsets of a topic. Partitions without one are missing. */
    Map<Integer, Long> committed(String applicationId, Topic<?> topic) throws ExecutionException, InterruptedException {
        return ofTopic(committed(applicationId), topic);
    }

    /** The end offset of each partition. */
    Map<Integer, Long> ends(Topic<?> topic) throws ExecutionException, InterruptedException {
        int partitions = Objects.requireNonNull(admin.describeTopics(List.of(topic.name()))
                        .allTopicNames()
                        .get()
                        .get(topic.name()))
                .partitions()
                .size();
        Map<Integer, Long> ends = new HashMap<>();
        admin.listOffsets(IntStream.range(0, partitions)
                        .boxed()
                        .collect(Collectors.toMap(p -> new TopicPartition(topic.name(), p), p -> OffsetSpec.latest())))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }

    /** Whether the application has ever committed an offset. */
    boolean hasCommitted(String applicationId) throws ExecutionException, InterruptedException {
        return !committed(applicationId).isEmpty();
    }

    /** The latest marker of an application; empty if it was never succeeded. */
    Optional<SuccessionMarker> marker(String applicationId) throws ExecutionException, InterruptedException {
        return committed(applicationId).values().stream()
                .flatMap(offset -> SuccessionMarker.parse(offset.metadata()).stream())
                .max(Comparator.comparing(SuccessionMarker::at));
    }

    /**
     * Marks an application as succeeded, so that it does not start again.
     *
     * @return false, with nothing changed, if the application has not ended: an instance is running or has left a
     *     transaction open
     */
    boolean writeMarker(SuccessionMarker marker, String applicationId) throws ExecutionException, InterruptedException {
        if (hasOpenTransactions(applicationId)) {
            return false;
        }
        Map<TopicPartition, OffsetAndMetadata> marked = committed(applicationId);
        marked.replaceAll(
                (partition, offset) -> new OffsetAndMetadata(offset.offset(), offset.leaderEpoch(), marker.toText()));
        try {
            admin.alterConsumerGroupOffsets(applicationId, marked).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownMemberIdException) {
                return false;
            }
            throw e;
        }
    }

    /** Whether an instance left a transaction undecided when it was killed. Its offsets may still be committed. */
    private boolean hasOpenTransactions(String applicationId) throws ExecutionException, InterruptedException {
        Pattern ofApplication = Pattern.compile(Pattern.quote(applicationId) + "-[0-9a-f-]{36}-\\d+");
        return admin.listTransactions().all().get().stream()
                .filter(transaction -> UNDECIDED.contains(transaction.state()))
                .anyMatch(transaction ->
                        ofApplication.matcher(transaction.transactionalId()).matches());
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String applicationId)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get());
        offsets.values().removeIf(Objects::isNull);
        return offsets;
    }

    private static Map<Integer, Long> ofTopic(Map<TopicPartition, OffsetAndMetadata> offsets, Topic<?> topic) {
        Map<Integer, Long> ofTopic = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (partition.topic().equals(topic.name())) {
                ofTopic.put(partition.partition(), offset.offset());
            }
        });
        return ofTopic;
    }
}
