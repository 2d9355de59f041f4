package io.muster.cli.demo;

import io.muster.cli.failure.CommandFailedException;
import io.muster.schemas.Topic;
import io.muster.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows when everything that was published is counted: all statements are taken and committed, their cells handed on, taken
 * and committed, and the rows handed on.
 */
final class CountedWait {

    private static final Duration PAUSE = Duration.ofMillis(50);
    /** What a transaction leaves behind its last record, and no consumer is handed. */
    private static final long COMMIT_MARKER = 1;

    private final Admin admin;
    private final String applicationId;
    private final LongSupplier backlog;

    /** @param backlog records that the application took and whose consequences it has not handed on */
    CountedWait(Admin admin, String applicationId, LongSupplier backlog) {
        this.admin = admin;
        this.applicationId = applicationId;
        this.backlog = backlog;
    }

    /** @throws CommandFailedException if it takes longer */
    void await(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!isCounted()) {
            if (System.nanoTime() - deadline > 0) {
                throw new CommandFailedException("the statements were not counted within " + atMost.toSeconds() + " s");
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }

    /** The order matters: each step can only follow what the one before has let through. */
    private boolean isCounted() throws InterruptedException {
        try {
            return isTaken(Topics.ENROLLMENTS, 0)
                    && backlog.getAsLong() == 0
                    && isTaken(Topics.cells(applicationId), COMMIT_MARKER)
                    && backlog.getAsLong() == 0;
        } catch (ExecutionException e) {
            throw new CommandFailedException(
                    "the broker does not say how far the application is: " + e.getMessage(), e);
        }
    }

    private boolean isTaken(Topic<?> topic, long behindTheLastRecord) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        admin.describeTopics(List.of(topic.name()))
                .allTopicNames()
                .get()
                .forEach((name, description) -> description
                        .partitions()
                        .forEach(partition ->
                                latest.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata offset = committed.get(end.getKey());
            return end.getValue() <= behindTheLastRecord + (offset == null ? 0 : offset.offset());
        });
    }
}
