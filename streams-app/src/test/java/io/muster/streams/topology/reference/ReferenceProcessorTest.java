package io.muster.streams.topology.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.InvalidFieldException;
import io.muster.schema.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checks every update of the reference data, because other threads may read between two updates. */
class ReferenceProcessorTest {

    private final AvroSerdes serdes = new AvroSerdes("mock://references", Map.of("auto.register.schemas", true));
    private final List<String> applied = new ArrayList<>();
    private final List<Topic<?>> ignored = new ArrayList<>();
    private final KeyValueStore<byte[], byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("store"), Serdes.ByteArray(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final ReferenceProcessor<Target> processor = new ReferenceProcessor<>(
            Topics.TARGETS, "store", serdes.deserializer(Topics.TARGETS), this::apply, ignored::add);

    ReferenceProcessorTest() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        processor.init(context);
    }

    @Test
    void shouldReplaceADefinitionInASingleUpdate() {
        publish("a", bytes(1));
        publish("a", bytes(2));

        assertThat(applied).containsExactly("a=1", "a=2");
    }

    @Test
    void shouldRemoveADefinitionThatIsReplacedByUndecodableBytes() {
        publish("a", bytes(1));
        publish("a", new byte[] {9});

        assertThat(applied).containsExactly("a=1", "a=null");
        assertThat(ignored).containsExactly(Topics.TARGETS);
    }

    @Test
    void shouldRemoveADefinitionThatIsReplacedByAnInvalidOne() {
        publish("a", bytes(-1));

        assertThat(applied).containsExactly("a=null");
        assertThat(ignored).containsExactly(Topics.TARGETS);
    }

    @Test
    void shouldStoreTheBytesOfEveryRecordUnderItsKey() {
        publish("a", new byte[] {9});
        publish("b", bytes(1));
        publish("b", null);

        assertThat(store.get("a".getBytes(UTF_8))).containsExactly(9);
        assertThat(store.get("b".getBytes(UTF_8))).isNull();
    }

    private void apply(String key, @Nullable Target target) {
        if (target != null && target.getTarget() < 0) {
            throw new InvalidFieldException("target", "must not be negative");
        }
        applied.add(key + "=" + (target == null ? null : target.getTarget()));
    }

    private void publish(String key, byte @Nullable [] value) {
        processor.process(new Record<>(key.getBytes(UTF_8), value, 0));
    }

    private byte[] bytes(long target) {
        return serdes.serializer(Topics.TARGETS).serialize(Topics.TARGETS.name(), new Target(target));
    }
}
