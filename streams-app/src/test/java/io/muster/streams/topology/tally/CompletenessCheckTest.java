package io.muster.streams.topology.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.ledger.Cell;
import io.muster.domain.ledger.Subtotal;
import io.muster.streams.mapping.CellKey;
import io.muster.streams.mapping.SubtotalCodec;
import io.muster.streams.topology.InputProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class CompletenessCheckTest {

    private static final long NOW = Instant.parse("2023-05-15T07:00:00Z").toEpochMilli();
    private static final byte[] KEY =
            new CellKey(new Cell("drive", "tan-an", LocalDate.parse("2023-05-12")), 0).toBytes();

    private final Input input = new Input();
    private final TallyStore boards = new TallyStore("boards");
    private final CompletenessCheck check = new CompletenessCheck(boards, input, "cells", new TaskId(0, 3));

    @Test
    void shouldBeCompleteAfterARecordThatIsTooYoungForCompaction() {
        take(Duration.ofDays(2));
        assertThat(check.isComplete(NOW)).isFalse();

        take(Duration.ofHours(11));
        assertThat(check.isComplete(NOW)).isTrue();
    }

    @Test
    void shouldNotBeCompleteWhileOldRecordsAreLeftToRead() {
        take(Duration.ofDays(2));
        check.isComplete(NOW);
        take(Duration.ofHours(13));

        assertThat(check.isComplete(NOW)).isFalse();
        assertThat(check.isComplete(NOW)).isFalse();
    }

    @Test
    void shouldBeCompleteOnceAllThereIsWasTaken() {
        take(Duration.ofDays(2));
        input.drained = true;
        assertThat(check.isComplete(NOW))
                .as("what was fetched may not have been taken")
                .isFalse();

        take(Duration.ofDays(2));
        assertThat(check.isComplete(NOW)).as("there was more").isFalse();

        assertThat(check.isComplete(NOW)).isTrue();
    }

    @Test
    void shouldStayCompleteWhenOldRecordsComeLater() {
        take(Duration.ofMinutes(1));
        assertThat(check.isComplete(NOW)).isTrue();

        assertThat(check.isComplete(NOW + Duration.ofDays(3).toMillis())).isTrue();
    }

    @Test
    void shouldForgetWhatWasTakenBeforeATaskBeganAgain() {
        take(Duration.ofMinutes(1));
        boards.close();

        assertThat(new CompletenessCheck(boards, input, "cells", new TaskId(0, 3)).isComplete(NOW))
                .isFalse();
    }

    @Test
    void shouldRefuseBoardsThatWereRestoredEmptyThoughThereAreCells() {
        input.drained = true;
        input.firstRecord = 4;
        check.takes(4);
        CompletenessCheck afterRecords = new CompletenessCheck(boards, input, "cells", new TaskId(0, 3));
        assertThatThrownBy(() -> afterRecords.takes(5)).isInstanceOf(TaskCorruptedException.class);

        CompletenessCheck withoutRecords = new CompletenessCheck(boards, input, "cells", new TaskId(0, 3));
        assertThat(withoutRecords.isComplete(NOW)).isFalse();
        assertThatThrownBy(() -> withoutRecords.isComplete(NOW)).isInstanceOf(TaskCorruptedException.class);
    }

    private void take(Duration age) {
        boards.put(KEY, SubtotalCodec.toBytes(new Subtotal()), NOW - age.toMillis());
    }

    private static final class Input implements InputProgress {
        private boolean drained;
        private long firstRecord = Long.MAX_VALUE;

        @Override
        public boolean hasRecordBefore(String topic, int partition, long offset) {
            return firstRecord < offset;
        }

        @Override
        public OptionalLong remaining(String topic, int partition) {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong committed(String topic, int partition) {
            return OptionalLong.empty();
        }

        @Override
        public boolean isDrained(String topic, int partition) {
            assertThat(topic + "-" + partition).isEqualTo("cells-3");
            return drained;
        }
    }
}
