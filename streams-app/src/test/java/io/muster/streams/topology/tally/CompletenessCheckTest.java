package io.muster.streams.topology.tally;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.contract.topic.CellKey;
import io.muster.domain.ledger.Cell;
import io.muster.domain.ledger.Subtotal;
import io.muster.streams.mapping.SubtotalCodec;
import io.muster.streams.topology.stage.InputProgress;
import io.muster.streams.topology.stage.RestoreCheck;
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
            new CellKey(new Cell(campaignId("drive"), areaId("tan-an"), LocalDate.parse("2023-05-12")), 0).toBytes();

    private boolean drained;
    private OptionalLong committed = OptionalLong.empty();
    private long firstRecord = Long.MAX_VALUE;
    private final TallyStore boards = new TallyStore("boards");
    private final CompletenessCheck check = newCheck();

    @Test
    void shouldBeCompleteAfterARecordTooYoungForCompaction() {
        put(Duration.ofDays(2));
        assertThat(check.isComplete(NOW)).isFalse();

        put(Duration.ofHours(11));
        assertThat(check.isComplete(NOW)).isTrue();
    }

    @Test
    void shouldNotBeCompleteWhileOldRecordsAreLeft() {
        put(Duration.ofDays(2));
        check.isComplete(NOW);
        put(Duration.ofHours(13));

        assertThat(check.isComplete(NOW)).isFalse();
        assertThat(check.isComplete(NOW)).isFalse();
    }

    @Test
    void shouldBeCompleteOnceEverythingWasProcessed() {
        put(Duration.ofDays(2));
        drained = true;
        assertThat(check.isComplete(NOW))
                .as("fetched records may not have been processed yet")
                .isFalse();

        put(Duration.ofDays(2));
        assertThat(check.isComplete(NOW)).as("another record was processed").isFalse();

        assertThat(check.isComplete(NOW)).isTrue();
    }

    @Test
    void shouldStayComplete() {
        put(Duration.ofMinutes(1));
        assertThat(check.isComplete(NOW)).isTrue();

        assertThat(check.isComplete(NOW + Duration.ofDays(3).toMillis())).isTrue();
    }

    @Test
    void shouldNotStayCompleteWhenTheTaskRestarts() {
        put(Duration.ofMinutes(1));
        boards.close();

        assertThat(newCheck().isComplete(NOW)).isFalse();
    }

    @Test
    void shouldRejectEmptyBoardsIfEarlierCellsExist() {
        drained = true;
        firstRecord = 4;
        check.beforePut(4);
        CompletenessCheck afterRecords = newCheck();
        assertThatThrownBy(() -> afterRecords.beforePut(5)).isInstanceOf(TaskCorruptedException.class);

        CompletenessCheck withoutRecords = newCheck();
        withoutRecords.isComplete(NOW);
        assertThat(withoutRecords.isComplete(NOW))
                .as("existing cells may not be processed yet")
                .isFalse();
        committed = OptionalLong.of(5);
        assertThatThrownBy(() -> withoutRecords.isComplete(NOW)).isInstanceOf(TaskCorruptedException.class);
    }

    private CompletenessCheck newCheck() {
        return new CompletenessCheck(boards, new RestoreCheck(new Cells(), "cells", new TaskId(0, 3)), () -> drained);
    }

    private final class Cells implements InputProgress {

        @Override
        public boolean isDrained(String topic, int partition) {
            return drained;
        }

        @Override
        public OptionalLong committed(String topic, int partition) {
            return committed;
        }

        @Override
        public boolean hasRecordBefore(String topic, int partition, long offset) {
            return (topic + "-" + partition).equals("cells-3") && firstRecord < offset;
        }
    }

    private void put(Duration age) {
        boards.put(KEY, SubtotalCodec.toBytes(new Subtotal()), NOW - age.toMillis());
    }
}
