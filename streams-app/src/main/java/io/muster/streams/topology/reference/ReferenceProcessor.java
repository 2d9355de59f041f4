package io.muster.streams.topology.reference;

import io.muster.contract.topic.Topic;
import io.muster.domain.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the records of one reference topic, and enters them in the book. A record that cannot be read, or that says what cannot
 * be, counts as no definition: the outcome depends on the latest record of a key only, not on which came before.
 */
final class ReferenceProcessor<V> implements Processor<byte[], byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceProcessor.class);

    private final Topic<V> topic;
    private final String storeName;
    private final Deserializer<?> deserializer;
    private final Entry<V> entry;
    private final ReferenceEvents events;
    private @Nullable KeyValueStore<byte[], byte[]> store;

    /** Enters a record in the book; null takes it out. */
    interface Entry<V> {
        /** @throws InvalidFieldException if key or value say what cannot be; the book is as it was then */
        void enter(String key, @Nullable V value);
    }

    ReferenceProcessor(
            Topic<V> topic, String storeName, Deserializer<?> deserializer, Entry<V> entry, ReferenceEvents events) {
        this.topic = topic;
        this.storeName = storeName;
        this.deserializer = deserializer;
        this.entry = entry;
        this.events = events;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (store == null) {
            throw new IllegalStateException("not initialised");
        }
        if (record.key() == null) {
            ignore("without a key", "it must have one");
            return;
        }
        store.put(record.key(), record.value());
        enter(new String(record.key(), StandardCharsets.UTF_8), record.value());
    }

    private void enter(String key, byte @Nullable [] value) {
        try {
            entry.enter(
                    key, value == null ? null : topic.valueType().cast(deserializer.deserialize(topic.name(), value)));
        } catch (InvalidFieldException | SerializationException | ClassCastException e) {
            ignore(key, e.getMessage());
            takeOut(key);
        }
    }

    private void takeOut(String key) {
        try {
            entry.enter(key, null);
        } catch (InvalidFieldException e) {
            LOG.debug("{} is no key of {}, so nothing was entered under it", key, topic.name());
        }
    }

    private void ignore(String key, @Nullable String problem) {
        LOG.warn("Ignoring the record {} of {}: {}. Publish it again, corrected.", key, topic.name(), problem);
        events.ignored(topic);
    }
}
