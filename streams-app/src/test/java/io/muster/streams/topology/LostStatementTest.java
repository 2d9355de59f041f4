package io.muster.streams.topology;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.streams.topology.Drive.drive;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.LostStatement;
import io.muster.schema.SourceCount;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that lose to one from a fast clock, and statements that change a participant of another area. */
@ParameterizedClass(name = "ledger in {0}")
@EnumSource
class LostStatementTest {

    private static final String TEN = "2023-05-12T10:00:00Z";
    private static final String SIX_IN_THE_EVENING = "2023-05-12T18:00:00Z";

    private final TopologyHarness muster;

    LostStatementTest(LedgerStore ledgerStore) {
        muster = new TopologyHarness(ledgerStore);
        muster.refer(drive());
    }

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldPublishAStatementThatLosesToOneWithAFastClock() {
        state(TEN, fast(), true);

        state("2023-05-12T10:05:00Z", withdrawal(), false);

        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(1);
        assertThat(muster.published().campaign().getDataQuality().getRecordedAhead())
                .containsExactly(new SourceCount("post-office", 1L));
        List<TestRecord<String, LostStatement>> lost = muster.published().written(Topics.LOST_STATEMENTS);
        assertThat(lost).hasSize(1);
        assertThat(lost.get(0).key()).isEqualTo("drive:p1");
        LostStatement loss = lost.get(0).value();
        assertThat(loss.getReceivedAt()).isEqualTo(Instant.parse("2023-05-12T10:05:00Z"));
        assertThat(loss.getLost().getStatus()).isEqualTo(EnrollmentStatus.WITHDRAWN);
        assertThat(loss.getLost().getRecordedAheadMinutes()).isZero();
        assertThat(loss.getStanding().getStatus()).isEqualTo(EnrollmentStatus.ENROLLED);
        assertThat(loss.getStanding().getSource()).isEqualTo("post-office");
        assertThat(loss.getStanding().getRecordedAheadMinutes()).isEqualTo(480);
    }

    @Test
    void shouldShowInACorrectionHowFarAheadAStatementWasRecorded() {
        state(TEN, aStatement().version(1), true);

        state(TEN, fast().withdrawn(), true);

        assertThat(muster.published().corrections()).hasSize(1);
        assertThat(muster.published().corrections().get(0).getTo().getRecordedAheadMinutes())
                .isEqualTo(480);
    }

    @Test
    void shouldPublishNothingIfTheLosingStatementAgrees() {
        muster.state(aStatement().version(2).source("another office"));

        muster.state(aStatement().version(1));

        assertThat(muster.published().losses()).isEmpty();
    }

    @Test
    void shouldCountChangesToParticipantsOfOtherAreasBySource() {
        muster.state(
                aStatement().by("p1").in("yen-dung").version(1).source("yen-dung"),
                aStatement().by("p2").in("yen-dung").version(1).source("yen-dung"));
        muster.state(
                aStatement()
                        .by("p1")
                        .in("son-dong")
                        .version(2)
                        .source("son-dong")
                        .withdrawn(),
                aStatement().by("p2").in("son-dong").version(2).source("son-dong"));

        assertThat(muster.published().campaign().getDataQuality().getChangedElsewhere())
                .containsExactly(new SourceCount("son-dong", 2L));
    }

    private static StatementBuilder fast() {
        return aStatement().version(18).recordedAt(SIX_IN_THE_EVENING).source("post-office");
    }

    private static StatementBuilder withdrawal() {
        return aStatement().version(10).recordedAt(TEN).withdrawn();
    }

    private void state(String receivedAt, StatementBuilder statement, boolean wins) {
        muster.state(List.of(statement.build()), any -> Instant.parse(receivedAt));
        assertThat(muster.published().losses().isEmpty()).isEqualTo(wins);
    }
}
