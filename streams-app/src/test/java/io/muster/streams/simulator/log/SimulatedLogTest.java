package io.muster.streams.simulator.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SimulatedLogTest {

    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private final SimulatedLog log = new SimulatedLog();

    SimulatedLogTest() {
        log.create("topic", 1);
    }

    @Test
    void shouldReadOnlyUpToTheLastStableOffset() {
        append("a", null);
        Transaction open = log.begin("group");
        append("b", open);
        append("c", null);

        assertThat(read()).containsExactly("a");

        log.decide(open, true);
        assertThat(read()).containsExactly("a");

        log.complete(open);
        assertThat(read()).containsExactly("a", "b", "c");
        assertThat(log.partition("topic", 0).end())
                .as("a marker occupies an offset")
                .isEqualTo(4);
    }

    @Test
    void shouldNotReturnAbortedRecords() {
        Transaction aborted = log.begin("group");
        append("a", aborted);
        append("b", null);
        log.decide(aborted, false);
        log.complete(aborted);

        assertThat(read()).containsExactly("b");
    }

    @Test
    void shouldCommitOffsetsWithTheMarkerOfTheGroup() {
        Transaction transaction = log.begin("group");
        append("a", transaction);
        log.sendOffsets(transaction, Map.of(PARTITION, 5L));
        log.decide(transaction, true);
        assertThat(log.isStable("group", PARTITION)).isFalse();
        assertThat(log.committed("group", PARTITION)).isEmpty();

        log.writeMarker(transaction, 1); // the marker of the group, before that of the partition

        assertThat(log.isStable("group", PARTITION)).isTrue();
        assertThat(log.committed("group", PARTITION)).hasValue(5);
        assertThat(read()).isEmpty();
    }

    @Test
    void shouldDropTheOffsetsOfAnAbortedTransaction() {
        Transaction transaction = log.begin("group");
        log.sendOffsets(transaction, Map.of(PARTITION, 5L));
        log.decide(transaction, false);
        log.complete(transaction);

        assertThat(log.committed("group", PARTITION)).isEmpty();
    }

    @Test
    void shouldKeepTheLatestRecordOfEachKeyAtItsOffset() {
        append("a", null);
        append("b", null);
        append("a", null);

        assertThat(log.compact(PARTITION, Long.MAX_VALUE)).isEqualTo(1);

        assertThat(log.partition("topic", 0).committed())
                .extracting(Entry::offset)
                .containsExactly(1L, 2L);
    }

    private void append(String key, @Nullable Transaction transaction) {
        log.append(PARTITION, key.getBytes(UTF_8), new byte[0], new RecordHeaders(), 0, transaction);
    }

    private List<String> read() {
        return log.partition("topic", 0).committed().stream()
                .map(entry -> new String(entry.key(), UTF_8))
                .toList();
    }
}
