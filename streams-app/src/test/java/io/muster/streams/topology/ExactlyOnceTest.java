package io.muster.streams.topology;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.streams.topology.Drive.drive;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Subtotals that are forwarded again after a crash change nothing: the topology's part of rule 10 of the contract. */
@ParameterizedClass(name = "ledger in {0}")
@EnumSource
class ExactlyOnceTest {

    private static final Topic<byte[]> CELLS = Topics.cells(TopologyHarness.APPLICATION_ID);

    private final TopologyHarness muster;

    ExactlyOnceTest(LedgerStore ledgerStore) {
        muster = new TopologyHarness(ledgerStore);
        muster.refer(drive());
    }

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldCountARepeatedSubtotalOnce() {
        muster.state(aStatement().by("p1"), aStatement().by("p2"));
        List<TestRecord<String, byte[]>> cells = muster.published().written(CELLS);
        assertThat(cells).hasSize(1);
        muster.published().written(Topics.AREA_PROGRESS);

        cells.forEach(cell -> muster.sendBytes(
                CELLS, cell.key().getBytes(StandardCharsets.UTF_8), cell.value(), cell.getRecordTime()));
        muster.flush();

        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(2);
        assertThat(muster.published().written(Topics.AREA_PROGRESS)).isEmpty();
    }

    @Test
    void shouldAddTheSubtotalsOfAllInputPartitions() {
        muster.state(aStatement().by("p1"), aStatement().by("p2"));
        TestRecord<String, byte[]> cell = muster.published().written(CELLS).get(0);

        String ofAnotherPartition = cell.key().replaceAll("\\|0$", "|17");
        muster.sendBytes(
                CELLS, ofAnotherPartition.getBytes(StandardCharsets.UTF_8), cell.value(), cell.getRecordTime());
        muster.flush();

        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(4);
    }

    @Test
    void shouldForwardOneAbsoluteSubtotalForManyStatementsOfACell() {
        muster.state(aStatement().by("p1"), aStatement().by("p2"), aStatement().by("p3"));
        muster.state(aStatement().by("p4"), aStatement().by("p5").in("tan-an"));

        assertThat(muster.published().written(CELLS))
                .extracting(TestRecord::key)
                .containsExactlyInAnyOrder(
                        "drive|yen-dung|2023-05-12|0", "drive|yen-dung|2023-05-12|0", "drive|tan-an|2023-05-12|0");
    }
}
