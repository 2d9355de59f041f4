package io.muster.e2e.chaos;

import io.muster.contract.Connection;
import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.statement.Statement;
import io.muster.schema.EnrollmentEvent;
import io.muster.simulation.traffic.Traffic;
import io.muster.simulation.traffic.TrafficPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Field offices that keep sending during faults. They send the statements of a plan: some again much later, and so
 * out of order; some to a random partition; and now and then invalid bytes.
 */
final class FieldTraffic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration FORGETFULNESS = Duration.ofSeconds(2);
    private static final int KEPT_FOR_LATER = 500;
    private static final double RETRANSMITTED = 0.05;
    private static final double BROKEN = 0.01;

    private final Traffic traffic;
    private final int rate;
    private final double astray;
    private final Random random;
    private final Producer<String, byte[]> producer;
    private final Serializer<EnrollmentEvent> avro;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final Queue<Statement> kept = new ArrayDeque<>();
    private volatile boolean ended;

    /**
     * @param rate records per second
     * @param astray share of the statements sent to a random partition
     */
    FieldTraffic(Connection connection, TrafficPlan plan, int rate, double astray) {
        this.traffic = new Traffic(plan);
        this.rate = rate;
        this.astray = astray;
        this.random = new Random(plan.seed());
        Map<String, Object> settings = connection.clientSettings();
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        settings.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, FORGETFULNESS.toMillis());
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.avro = connection.serdes().serializer(Topics.ENROLLMENTS);
    }

    /** Sends until stopped or the plan is complete. Completes with the number of records once all are acknowledged. */
    CompletableFuture<Integer> begin() {
        return CompletableFuture.supplyAsync(this::run);
    }

    void end() {
        ended = true;
    }

    private int run() {
        long started = System.nanoTime();
        for (long i = 0; !ended && traffic.hasNext(); i++) {
            long due = started + Duration.ofSeconds(1).toNanos() / rate * i;
            LockSupport.parkNanos(due - System.nanoTime());
            sendOne();
        }
        producer.flush();
        for (Future<RecordMetadata> record : sent) {
            try {
                record.get();
            } catch (Exception e) {
                throw new IllegalStateException("not acknowledged", e);
            }
        }
        return sent.size();
    }

    private void sendOne() {
        double dice = random.nextDouble();
        if (dice < BROKEN) {
            byte[] bytes = ("broken " + random.nextLong()).getBytes(StandardCharsets.UTF_8);
            sent.add(producer.send(new ProducerRecord<>(Topics.ENROLLMENTS.name(), "broken", bytes)));
        } else if (dice < BROKEN + RETRANSMITTED && kept.size() == KEPT_FOR_LATER) {
            send(kept.remove());
        } else {
            Statement statement = traffic.next();
            send(statement);
            if (kept.size() < KEPT_FOR_LATER) {
                kept.add(statement);
            }
        }
    }

    private void send(Statement s) {
        String topic = Topics.ENROLLMENTS.name();
        byte[] bytes = avro.serialize(topic, StatementMapping.toAvro(s));
        Integer partition = random.nextDouble() < astray
                ? Integer.valueOf(random.nextInt(producer.partitionsFor(topic).size()))
                : null;
        sent.add(producer.send(new ProducerRecord<>(
                topic, partition, RecordKeys.participant(s.campaignId(), s.participantRef()), bytes)));
    }

    @Override
    public void close() {
        ended = true;
        producer.close(Duration.ZERO);
    }
}
