package io.muster.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topics;
import io.muster.schema.Target;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedReaderTest {

    private final AvroSerdes serdes = new AvroSerdes("mock://feeds", Map.of("auto.register.schemas", true));
    private final Map<String, Long> taken = new HashMap<>();
    private final FeedReader<Target> reader = reader(serdes);

    @Test
    void shouldApplyRecordsAndTombstones() {
        reader.take(record("drive:yen-dung", bytes(285)));
        reader.take(record("drive:son-dong", bytes(150)));
        reader.take(record("drive:yen-dung", null));

        assertThat(taken).containsOnly(Map.entry("drive:son-dong", 150L));
        assertThat(reader.skipped()).isZero();
    }

    @Test
    void shouldSkipAndCountUndecodableRecords() {
        byte[] good = bytes(285_000);
        byte[] unknownSchema = good.clone();
        unknownSchema[4] = 99;

        reader.take(record("drive:a", "no avro".getBytes(StandardCharsets.UTF_8)));
        reader.take(record("drive:b", Arrays.copyOf(good, good.length - 1)));
        reader.take(record("drive:c", unknownSchema));
        reader.take(record("drive:d", new byte[0]));
        reader.take(record("broken", good));

        assertThat(reader.skipped()).isEqualTo(5);
        assertThat(taken).isEmpty();
    }

    @Test
    void shouldFailInsteadOfSkippingWhenTheRegistryIsUnavailable() {
        FeedReader<Target> away = reader(new AvroSerdes("http://127.0.0.1:1", Map.of("max.retries", 0)));

        assertThatThrownBy(() -> away.take(record("drive:yen-dung", bytes(285))))
                .isInstanceOf(ViewException.class)
                .hasMessageContaining("registry");

        assertThat(away.skipped()).isZero();
    }

    private FeedReader<Target> reader(AvroSerdes with) {
        return new FeedReader<>(Feed.of(Topics.TARGETS, this::put), with);
    }

    private void put(String key, @Nullable Target value) {
        if (key.equals("broken")) {
            throw new IllegalArgumentException("no such key");
        }
        Maps.putOrRemove(taken, key, value == null ? null : (Long) value.getTarget());
    }

    private byte[] bytes(long target) {
        return serdes.serializer(Topics.TARGETS).serialize(Topics.TARGETS.name(), new Target(target));
    }

    private static ConsumerRecord<String, byte[]> record(String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(Topics.TARGETS.name(), 0, 0, key, value);
    }
}
