package io.muster.notifier.log;

import io.muster.contract.Connection;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topics;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.DeliveryRecord;
import io.muster.notifier.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The delivery records on {@code muster.notifications}. The topic has one partition. The group member that owns it is
 * the active notifier; all others are on standby. Polled by one thread, written by any.
 */
public final class DeliveryLog implements AutoCloseable {

    private final DeliveryLogReader reader;
    private final DeliveryLogWriter writer;
    private final Lease lease;

    /** @param group consumer group of the notifiers; one member at a time is active */
    public DeliveryLog(Connection connection, String group) {
        AvroSerdes serdes = connection.serdes();
        DeliveryLogClients clients = new DeliveryLogClients(connection.clientSettings());
        Map<String, Object> consumerConfig = clients.consumerConfig(group);
        lease = new Lease(DeliveryLogClients.sessionTimeout(consumerConfig).dividedBy(2), System::nanoTime);
        reader = new DeliveryLogReader(
                new KafkaConsumer<>(consumerConfig, new StringDeserializer(), new ByteArrayDeserializer()),
                serdes.deserializer(Topics.NOTIFICATIONS),
                lease);
        writer = new DeliveryLogWriter(new KafkaProducer<>(
                clients.producerConfig(), new StringSerializer(), serdes.serializer(Topics.NOTIFICATIONS)));
    }

    public Role role() {
        return reader.role();
    }

    /**
     * Keeps this process in the group, loads records while the role is LOADING, and renews the lease while it is
     * ACTIVE.
     *
     * @throws RuntimeException if broker or registry do not respond; loading restarts with the next call
     */
    public void poll(Duration timeout) {
        reader.poll(timeout);
    }

    /** The state loaded when this process became active. Call it from the polling thread. */
    public DeliveryState state(String receiver) {
        return reader.state(receiver);
    }

    /** Blocks until no other notifier can be active. Interrupt the thread to give up. */
    public void awaitLease() throws InterruptedException {
        lease.await();
    }

    /**
     * Returns once all in-sync replicas have the records. Safe to retry.
     *
     * @param records by alert; null deletes the record
     * @throws org.apache.kafka.common.KafkaException if the outcome of the write is unknown
     */
    public void write(String receiver, Map<OfAlert, @Nullable DeliveryRecord> records) throws InterruptedException {
        writer.write(receiver, records);
    }

    /**
     * Returns once all in-sync replicas have the receiver's scope. Safe to retry.
     *
     * @throws org.apache.kafka.common.KafkaException if the outcome of the write is unknown
     */
    public void write(String receiver, Scope scope, Instant at) throws InterruptedException {
        writer.write(receiver, scope, at);
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
