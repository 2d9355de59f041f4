package io.muster.e2e.chaos.tearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.e2e.chaos.tearing.LogBatch.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TransactionLogTest {

    private static final TopicPartition ROWS = new TopicPartition("rows", 0);
    private static final TopicPartition OFFSETS = new TopicPartition("offsets", 0);

    private final List<LogBatch> batches = new ArrayList<>();

    @Test
    void shouldReportNothingIfEveryTransactionHasOneDecision() {
        records(ROWS, 5);
        records(OFFSETS, 5);
        marker(ROWS, 6, Kind.COMMIT);
        marker(OFFSETS, 6, Kind.COMMIT);
        records(ROWS, 6);
        marker(ROWS, 7, Kind.ABORT);

        TransactionLog log = log(new Decision(1, 6, Kind.COMMIT, Set.of(ROWS, OFFSETS)));

        assertThat(log.torn()).isEmpty();
        assertThat(log.count(Kind.COMMIT)).isEqualTo(1);
        assertThat(log.count(Kind.ABORT)).isEqualTo(1);
    }

    @Test
    void shouldReportCommittedOffsetsOfAbortedRows() {
        records(ROWS, 5);
        records(OFFSETS, 5);
        marker(ROWS, 6, Kind.ABORT);
        marker(OFFSETS, 6, Kind.COMMIT);

        assertThat(log().torn()).singleElement().asString().contains("not ended by the same decision everywhere");
    }

    @Test
    void shouldReportRowsCommittedByTheNextTransaction() {
        records(ROWS, 5);
        records(OFFSETS, 5);
        marker(OFFSETS, 6, Kind.COMMIT);
        records(ROWS, 6);
        marker(ROWS, 7, Kind.COMMIT);

        assertThat(log().torn()).anySatisfy(torn -> assertThat(torn).contains("another transaction"));
    }

    @Test
    void shouldReportALateMarkerInTheNextTransaction() {
        records(ROWS, 5);
        marker(ROWS, 6, Kind.COMMIT);
        records(ROWS, 6);
        marker(ROWS, 6, Kind.COMMIT);

        assertThat(log().torn()).singleElement().asString().contains("has no later epoch than its records");
    }

    @Test
    void shouldReportRowsAfterTheirMarker() {
        marker(ROWS, 6, Kind.ABORT);
        records(ROWS, 5);
        marker(ROWS, 7, Kind.COMMIT);

        assertThat(log().torn()).singleElement().asString().contains("after its end");
    }

    @Test
    void shouldReportRowsWithoutAMarker() {
        records(ROWS, 5);

        assertThat(log().torn()).singleElement().asString().contains("no marker after");
    }

    @Test
    void shouldReportMarkersThatDeviateFromTheDecision() {
        records(ROWS, 5);
        marker(ROWS, 6, Kind.ABORT);

        assertThat(log(new Decision(1, 6, Kind.COMMIT, Set.of(ROWS, OFFSETS))).torn())
                .hasSize(2)
                .anySatisfy(torn -> assertThat(torn).contains("no marker in offsets-0"))
                .anySatisfy(torn -> assertThat(torn).contains("contradicts"));
    }

    private void records(TopicPartition partition, int epoch) {
        add(partition, epoch, Kind.RECORDS);
    }

    private void marker(TopicPartition partition, int epoch, Kind kind) {
        add(partition, epoch, kind);
    }

    private void add(TopicPartition partition, int epoch, Kind kind) {
        batches.add(new LogBatch(partition, batches.size(), 1, epoch, kind, List.of()));
    }

    private TransactionLog log(Decision... decisions) {
        return new TransactionLog(batches, List.of(decisions));
    }
}
