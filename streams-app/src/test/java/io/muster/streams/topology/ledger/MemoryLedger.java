package io.muster.streams.topology.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.statement.Statement;
import io.muster.streams.mapping.NoRegistryOutage;
import io.muster.streams.mapping.RegistryRetry;
import io.muster.streams.mapping.StatementReader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.internals.RecordConverters;
import org.jspecify.annotations.Nullable;

/** A ledger in memory, with the records of its input partition to restore it from. */
final class MemoryLedger implements LedgerUnderTest {

    /** A key that belongs to another partition. */
    static final byte[] STRAY = "drive:stray".getBytes(UTF_8);

    private final AvroSerdes serdes =
            new AvroSerdes("mock://" + UUID.randomUUID(), Map.of("auto.register.schemas", true));
    private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();
    private MemoryLedgerStore store = newStore();

    MemoryLedger() {
        open(store);
    }

    @Override
    public Outcome state(Statement s, Instant receivedAt) {
        byte[] key = RecordKeys.participant(s.campaignId(), s.participantRef()).getBytes(UTF_8);
        deliver(key, bytes(s), receivedAt);
        return store.apply(s, receivedAt.toEpochMilli());
    }

    /** Appends a record to the topic. */
    void deliver(byte @Nullable [] key, byte @Nullable [] value, Instant timestamp) {
        log.add(new ConsumerRecord<>(
                Topics.ENROLLMENTS.name(),
                0,
                log.size(),
                timestamp.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty()));
    }

    byte[] bytes(Statement s) {
        return serdes.serializer(Topics.ENROLLMENTS).serialize(Topics.ENROLLMENTS.name(), StatementMapping.toAvro(s));
    }

    @Override
    public SubtotalBook book() {
        return store.book();
    }

    @Override
    public void restart() {
        store.close();
        store = newStore();
        StateRestoreCallback restore = open(store);
        for (ConsumerRecord<byte[], byte[]> record : log) {
            // as Kafka Streams does for a store with timestamps
            ConsumerRecord<byte[], byte[]> converted =
                    RecordConverters.rawValueToTimestampedValue().convert(record);
            restore.restore(converted.key(), converted.value());
        }
    }

    /** Closes the store and opens the same one again, with nothing restored. */
    void reopen() {
        store.close();
        open(store);
    }

    @Override
    public void close() {
        store.close();
    }

    private MemoryLedgerStore newStore() {
        return new MemoryLedgerStore(
                "ledger",
                new StatementReader(new RegistryRetry(new NoRegistryOutage())
                        .deserializer(serdes.deserializer(Topics.ENROLLMENTS))),
                key -> Arrays.equals(key, STRAY) ? 1 : 0);
    }

    private static StateRestoreCallback open(MemoryLedgerStore store) {
        AtomicReference<@Nullable StateRestoreCallback> registered = new AtomicReference<>();
        InvocationHandler onlyRegisters = (proxy, method, arguments) -> {
            if (method.getName().equals("taskId")) {
                return new TaskId(0, 0);
            }
            registered.set((StateRestoreCallback) arguments[1]);
            return null;
        };
        Class<?>[] context = {StateStoreContext.class};
        store.init(
                (StateStoreContext) Proxy.newProxyInstance(MemoryLedger.class.getClassLoader(), context, onlyRegisters),
                store);
        return Objects.requireNonNull(registered.get());
    }
}
