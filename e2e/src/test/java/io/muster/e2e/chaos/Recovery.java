package io.muster.e2e.chaos;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** Measures the time until everything received by now is counted. */
final class Recovery {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Connection connection;
    private final String applicationId;

    Recovery(Connection connection, String applicationId) {
        this.connection = connection;
        this.applicationId = applicationId;
    }

    /** Waits until the committed offsets reach the current end of the input topic. */
    Duration measure() {
        long began = System.nanoTime();
        try (Admin admin = Admin.create(connection.clientSettings())) {
            Map<TopicPartition, Long> ends = Awaitility.await("the ends of the input")
                    .atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> ends(admin), map -> !map.isEmpty());
            Awaitility.await("all of the input is counted")
                    .atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> isCommitted(admin, ends));
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        String topic = Topics.ENROLLMENTS.name();
        int partitions = Objects.requireNonNull(admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic))
                .partitions()
                .size();
        return admin
                .listOffsets(IntStream.range(0, partitions)
                        .boxed()
                        .collect(Collectors.toMap(p -> new TopicPartition(topic, p), p -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private boolean isCommitted(Admin admin, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata offset = committed.get(end.getKey());
            return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
        });
    }
}
