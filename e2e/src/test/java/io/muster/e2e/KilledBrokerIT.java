package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The only broker is killed while transactions are being committed, and restarted on its data. */
class KilledBrokerIT {

    private static final int KILLS = 2;
    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 300;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, 8)
            .mapToObj(partition -> new TopicPartition("ledger", partition))
            .toList();

    @TempDir
    private Path folder;

    @Test
    void shouldLeaveNoTransactionThatBlocksReaders() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Launcher.in(folder), folder.resolve("data"));
                Admin admin = Admin.create(sandbox.connection().clientSettings())) {
            admin.createTopics(List.of(new NewTopic("ledger", PARTITIONS.size(), (short) 1)))
                    .all()
                    .get();
            for (int kill = 1; kill <= KILLS; kill++) {
                killWhileCommitting(sandbox);
                sandbox.startAgain();
                // the broker itself completes only prepared transactions; this aborts the others
                admin.fenceProducers(writers()).all().get();

                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(ends(admin, IsolationLevel.READ_COMMITTED))
                                .isEqualTo(ends(admin, IsolationLevel.READ_UNCOMMITTED)));
            }
        }
    }

    private static void killWhileCommitting(Sandbox sandbox) throws InterruptedException {
        AtomicInteger committed = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (String id : writers()) {
            Thread thread = new Thread(() -> commitUntilItFails(sandbox, id, committed), id);
            thread.start();
            threads.add(thread);
        }
        await().atMost(LIMIT).until(() -> committed.get() > TRANSACTIONS);
        sandbox.kill();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void commitUntilItFails(Sandbox sandbox, String id, AtomicInteger committed) {
        Map<String, Object> settings = sandbox.connection().clientSettings();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            while (true) {
                producer.beginTransaction();
                for (TopicPartition to : PARTITIONS) {
                    var unused = producer.send(new ProducerRecord<>(to.topic(), to.partition(), null, new byte[10]));
                }
                producer.commitTransaction();
                committed.incrementAndGet();
            }
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
        }
    }

    private static List<String> writers() {
        return IntStream.range(0, WRITERS)
                .mapToObj(writer -> "writer-" + writer)
                .toList();
    }

    private static Map<TopicPartition, Long> ends(Admin admin, IsolationLevel level)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(
                        PARTITIONS.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())),
                        new ListOffsetsOptions(level))
                .all()
                .get();
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
