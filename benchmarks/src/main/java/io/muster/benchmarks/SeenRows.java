package io.muster.benchmarks;

import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.schema.DailyCount;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the committed daily counts and records when each statement first becomes visible. */
final class SeenRows implements Runnable {

    private static final Duration POLL = Duration.ofMillis(5);

    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, DailyCount> consumer;
    private final long[] sentAt;
    private final long[] latencies;
    private int left;

    /** The pending statements of one area and day, and how many are visible. */
    private static final class Waiting {
        private final Deque<Integer> statements = new ArrayDeque<>();
        private long seen;
    }

    SeenRows(String bootstrapServers, String registryUrl, int statements) {
        sentAt = new long[statements];
        latencies = new long[statements];
        left = statements;
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "fetch.min.bytes",
                        1),
                new StringDeserializer(),
                new AvroSerdes(registryUrl, Map.of()).deserializer(Topics.DAILY_COUNTS));
        var partitions = consumer.partitionsFor(Topics.DAILY_COUNTS.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Registers a statement just before it is sent. */
    void sending(CampaignId campaignId, AreaId areaId, LocalDate day, int statement) {
        Waiting ofRow = waiting.computeIfAbsent(RecordKeys.day(campaignId, areaId, day), key -> new Waiting());
        synchronized (ofRow) {
            sentAt[statement] = System.nanoTime();
            ofRow.statements.add(statement);
        }
    }

    @Override
    public void run() {
        try (consumer) {
            while (left > 0) {
                for (ConsumerRecord<String, DailyCount> row : consumer.poll(POLL)) {
                    Waiting ofRow = waiting.get(row.key());
                    if (ofRow != null) {
                        note(ofRow, row.value().getEnrolled());
                    }
                }
            }
        }
    }

    private void note(Waiting ofRow, long enrolled) {
        long now = System.nanoTime();
        synchronized (ofRow) {
            for (; ofRow.seen < enrolled && !ofRow.statements.isEmpty(); ofRow.seen++) {
                int statement = ofRow.statements.removeFirst();
                latencies[statement] = now - sentAt[statement];
                left--;
            }
        }
    }

    /** Latency in nanoseconds by statement, 0 if it never became visible. Call this after the reader has ended. */
    long[] latencies() {
        return latencies.clone();
    }
}
