package io.muster.streams.topology;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.streams.topology.Drive.drive;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows are published when they change, and only then. */
@ParameterizedClass(name = "ledger in {0}")
@EnumSource
class ChangedRowsTest {

    private static final List<Topic<?>> ROWS = List.of(
            Topics.DAILY_COUNTS, Topics.AREA_PROGRESS, Topics.SEGMENT_COUNTS, Topics.CAMPAIGN_PROGRESS, Topics.ALERTS);

    private final TopologyHarness muster;

    ChangedRowsTest(LedgerStore ledgerStore) {
        muster = new TopologyHarness(ledgerStore);
    }

    @BeforeEach
    void count() {
        muster.refer(drive());
        muster.state(aStatement().by("p1").in("tan-an"), aStatement().by("p2").in("son-dong"));
        assertThat(rowsWritten()).isPositive();
    }

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldPublishNothingWhileNothingHappens() {
        muster.flush();

        assertThat(rowsWritten()).isZero();
    }

    @Test
    void shouldPublishNothingForDuplicates() {
        muster.state(aStatement().by("p1").in("tan-an"), aStatement().by("p2").in("son-dong"));

        assertThat(rowsWritten()).isZero();
    }

    @Test
    void shouldPublishNothingForUnchangedReferences() {
        muster.refer(drive());

        assertThat(rowsWritten()).isZero();
    }

    @Test
    void shouldPublishOnlyTheRowsThatAStatementChanges() {
        muster.state(aStatement().by("p3").in("tan-an").recordedAt("2023-05-12T12:00:01Z"));

        assertThat(keysWritten(Topics.DAILY_COUNTS))
                .containsExactlyInAnyOrder(
                        "drive|tan-an|2023-05-12", "drive|yen-dung|2023-05-12", "drive|bac-giang|2023-05-12");
        assertThat(keysWritten(Topics.AREA_PROGRESS))
                .containsExactlyInAnyOrder("drive|tan-an", "drive|yen-dung", "drive|bac-giang", "drive|son-dong");
        assertThat(muster.published().area("son-dong").getRankByCount())
                .as("its rank changed, so its row is published too")
                .hasValue(2);
        assertThat(keysWritten(Topics.CAMPAIGN_PROGRESS)).containsExactly("drive");
    }

    @Test
    void shouldPublishEachRowOncePerFlush() {
        StatementBuilder[] many = new StatementBuilder[100];
        for (int i = 0; i < many.length; i++) {
            many[i] = aStatement().by("many-" + i).in("tan-an");
        }

        muster.state(many);

        assertThat(keysWritten(Topics.DAILY_COUNTS)).hasSize(3);
        assertThat(muster.published().area("tan-an").getEnrolled()).isEqualTo(101);
    }

    @Test
    void shouldPublishOnlyTheDayThatWasCertified() {
        muster.refer(someReferences().certified("drive", "tan-an", "2023-05-12", 1));

        assertThat(keysWritten(Topics.DAILY_COUNTS)).containsExactly("drive|tan-an|2023-05-12");
        assertThat(rowsWritten()).isZero();
    }

    private <V> List<String> keysWritten(Topic<V> topic) {
        return muster.published().written(topic).stream().map(TestRecord::key).toList();
    }

    private int rowsWritten() {
        return ROWS.stream().mapToInt(topic -> keysWritten(topic).size()).sum();
    }
}
