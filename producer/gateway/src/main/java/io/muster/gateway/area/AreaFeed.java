package io.muster.gateway.area;

import io.muster.schema.Area;
import io.muster.schemas.AvroSerdes;
import io.muster.schemas.RegistryOutageException;
import io.muster.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a tree of areas as {@code muster.areas} has it, in a thread of its own, and so knows whether the broker answers. A broker or
 * registry that goes away is waited for; until it is back the tree stays as it is.
 */
public final class AreaFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AreaFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration ASK_EVERY = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AreaTree tree = new AreaTree();
    private final Consumer<String, byte[]> consumer;
    private final Deserializer<Area> areas;
    private final Thread thread = new Thread(this::follow, "areas");
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch read = new CountDownLatch(1);
    private volatile boolean answered = true;
    private volatile @Nullable String registryProblem;

    /** Starts to read. */
    public AreaFeed(Map<String, ?> kafka, AvroSerdes serdes) {
        areas = serdes.deserializer(Topics.AREAS);
        consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        thread.setDaemon(true);
        thread.start();
    }

    private static Map<String, Object> settings(Map<String, ?> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    /** The areas read so far. */
    public AreaTree tree() {
        return tree;
    }

    /** Whether everything was read that was there at the start. */
    public boolean isRead() {
        return read.getCount() == 0;
    }

    /** Waits until everything was read that was there at the start; false if it takes longer. */
    public boolean awaitRead(Duration atMost) throws InterruptedException {
        return read.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the broker answered when it was last asked. */
    public boolean isBrokerAnswering() {
        return answered;
    }

    /** What is in the way of asking the schema registry what a record means; null if nothing is. */
    public @Nullable String registryProblem() {
        return registryProblem;
    }

    private void follow() {
        try (consumer) {
            while (stop.getCount() > 0) {
                try {
                    readOn();
                } catch (WakeupException e) {
                    LOG.debug("Woken up to stop");
                } catch (RegistryOutageException e) {
                    waitForRegistry(String.valueOf(e.getMessage()));
                    stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                } catch (KafkaException e) {
                    become(false, e);
                    stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer reading areas", e);
        }
    }

    /** From the beginning, which the tree takes well: the latest record of an area counts. */
    private void readOn() {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.AREAS.name(), ANSWER_WITHIN).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER_WITHIN);
        long asked = System.nanoTime();
        become(true, null);
        while (stop.getCount() > 0) {
            take(consumer.poll(POLL));
            if ((!isRead() || registryProblem != null)
                    && ends.entrySet().stream().allMatch(end -> position(end.getKey()) >= end.getValue())) {
                LOG.info("{} areas are known", tree.size());
                read.countDown();
                registryProblem = null;
            }
            if (System.nanoTime() - asked > ASK_EVERY.toNanos()) {
                consumer.endOffsets(partitions, ANSWER_WITHIN);
                asked = System.nanoTime();
            }
        }
    }

    private long position(TopicPartition partition) {
        return consumer.position(partition, ANSWER_WITHIN);
    }

    private void take(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                Area area = areas.deserialize(record.topic(), record.value());
                if (area == null) {
                    tree.remove(record.key());
                } else {
                    tree.put(record.key(), area.getParentId().orElse(null));
                }
            } catch (RegistryOutageException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn(
                        "Skipped a record of {} partition {} offset {}: {}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
        }
    }

    private void waitForRegistry(String problem) {
        if (!problem.equals(registryProblem)) {
            LOG.warn("Waiting for the schema registry: {}", problem);
        }
        registryProblem = problem;
    }

    private void become(boolean nowAnswered, @Nullable KafkaException why) {
        if (nowAnswered && !answered) {
            LOG.info("The broker answers again");
        } else if (!nowAnswered && answered) {
            LOG.warn("The broker does not answer; waiting for it", why);
        }
        answered = nowAnswered;
    }

    @Override
    public void close() {
        stop.countDown();
        consumer.wakeup();
    }
}
