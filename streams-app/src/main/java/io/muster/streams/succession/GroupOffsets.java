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

/** How far applications have come: the committed offsets of their groups, by partition of a topic. */
final class GroupOffsets {

    private static final Set<TransactionState> UNDECIDED =
            Set.of(TransactionState.ONGOING, TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);

    private final Admin admin;

    GroupOffsets(Admin admin) {
        this.admin = admin;
    }

    /** Whether an instance of the application is there, or may come back within its session. */
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

    /** What was committed so far; nothing for a partition where nothing was. */
    Map<Integer, Long> committed(String applicationId, Topic<?> topic) throws ExecutionException, InterruptedException {
        return ofTopic(committed(applicationId), topic);
    }

    /** The offsets after the last record of each partition. */
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

    /** Whether the application has ever counted. */
    boolean hasCommitted(String applicationId) throws ExecutionException, InterruptedException {
        return !committed(applicationId).isEmpty();
    }

    /** The latest mark that was left with an application, if any was. */
    Optional<SuccessionMark> mark(String applicationId) throws ExecutionException, InterruptedException {
        return committed(applicationId).values().stream()
                .flatMap(offset -> SuccessionMark.parse(offset.metadata()).stream())
                .max(Comparator.comparing(SuccessionMark::at));
    }

    /**
     * Leaves a mark with an application that has ended, after which it cannot go on.
     *
     * @return whether it has ended: false if an instance of it is there, or has left a transaction open, and then nothing has changed
     */
    boolean leave(SuccessionMark mark, String applicationId) throws ExecutionException, InterruptedException {
        if (hasOpenTransactions(applicationId)) {
            return false;
        }
        Map<TopicPartition, OffsetAndMetadata> marked = committed(applicationId);
        marked.replaceAll(
                (partition, offset) -> new OffsetAndMetadata(offset.offset(), offset.leaderEpoch(), mark.toText()));
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

    /** An instance that was killed may leave offsets in one, of which nobody can say yet whether they will be committed. */
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
