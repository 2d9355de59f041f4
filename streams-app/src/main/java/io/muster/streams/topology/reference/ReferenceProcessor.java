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
 * Stores the records of one reference topic and applies them to {@link ReferenceData}. An invalid record removes the
 * definition under its key, so that the result depends only on the latest record of each key.
 */
final class ReferenceProcessor<V> implements Processor<byte[], byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceProcessor.class);

    private final Topic<V> topic;
    private final String storeName;
    private final Deserializer<?> deserializer;
    private final Update<V> update;
    private final ReferenceEvents events;
    private @Nullable KeyValueStore<byte[], byte[]> store;

    /** Applies a record to the reference data. A null value removes the definition. */
    interface Update<V> {
        /** @throws InvalidFieldException if the key or the value is invalid; the data is then unchanged */
        void apply(String key, @Nullable V value);
    }

    ReferenceProcessor(
            Topic<V> topic, String storeName, Deserializer<?> deserializer, Update<V> update, ReferenceEvents events) {
        this.topic = topic;
        this.storeName = storeName;
        this.deserializer = deserializer;
        this.update = update;
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
            ignore("without a key", "a key is required");
            return;
        }
        store.put(record.key(), record.value());
        apply(new String(record.key(), StandardCharsets.UTF_8), record.value());
    }

    private void apply(String key, byte @Nullable [] value) {
        try {
            update.apply(
                    key, value == null ? null : topic.valueType().cast(deserializer.deserialize(topic.name(), value)));
        } catch (InvalidFieldException | SerializationException | ClassCastException e) {
            ignore(key, e.getMessage());
            remove(key);
        }
    }

    private void remove(String key) {
        try {
            update.apply(key, null);
        } catch (InvalidFieldException e) {
            LOG.debug("{} is not a valid key of {}, so there is no definition to remove", key, topic.name());
        }
    }

    private void ignore(String key, @Nullable String problem) {
        LOG.warn("Ignoring the record {} of {}: {}. Correct it and publish it again", key, topic.name(), problem);
        events.ignored(topic);
    }
}
