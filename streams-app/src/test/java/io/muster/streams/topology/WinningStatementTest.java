package io.muster.streams.topology;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.streams.topology.Drive.drive;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.ledger.Outcome;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The winning statement of each participant (docs/rules.md, rule 1). */
@ParameterizedClass(name = "ledger in {0}")
@EnumSource
class WinningStatementTest {

    private final TopologyHarness muster;

    WinningStatementTest(LedgerStore ledgerStore) {
        muster = new TopologyHarness(ledgerStore);
        muster.refer(drive());
    }

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldCountAParticipantOnceHoweverOftenTheStatementArrives() {
        muster.state(aStatement().in("tan-an"), aStatement().in("tan-an"));
        muster.state(aStatement().in("tan-an"));

        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(1);
    }

    @Test
    void shouldMoveOneCountWhenADistrictIsCorrected() {
        muster.state(aStatement().in("son-dong").version(1).event("first"));

        muster.state(aStatement().in("yen-dung").version(2).event("second"));

        assertThat(muster.published().area("son-dong").getEnrolled()).isZero();
        assertThat(muster.published().area("yen-dung").getEnrolled()).isEqualTo(1);
        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(1);
    }

    @Test
    void shouldIgnoreAnOlderStatementThatArrivesLater() {
        muster.state(aStatement().in("yen-dung").version(2).event("second"));

        muster.state(aStatement().in("son-dong").version(1).event("first"));

        assertThat(muster.published().area("son-dong").getEnrolled()).isZero();
        assertThat(muster.published().area("yen-dung").getEnrolled()).isEqualTo(1);
    }

    @Test
    void shouldLetTheHigherEventIdWinIfVersionsAreEqual() {
        StatementBuilder lower = aStatement().in("son-dong").version(7).eventId(new UUID(Long.MAX_VALUE, -1));
        StatementBuilder higher = aStatement().in("yen-dung").version(7).eventId(new UUID(Long.MIN_VALUE, 0));

        muster.state(lower.by("p1"), higher.by("p1"));
        muster.state(higher.by("p2"), lower.by("p2"));

        assertThat(muster.published().area("yen-dung").getEnrolled()).isEqualTo(2);
        assertThat(muster.published().area("son-dong").getEnrolled()).isZero();
    }

    @Test
    void shouldCountAParticipantWhoEnrollsAgain() {
        muster.state(aStatement().version(1).event("in"));
        muster.state(aStatement().version(2).event("out").withdrawn());
        assertThat(muster.published().area("bac-giang").getEnrolled()).isZero();

        muster.state(aStatement().version(3).event("in again"));

        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(1);
        assertThat(muster.published().area("bac-giang").getWithdrawn()).isZero();
    }

    @Test
    void shouldNotCountAParticipantWhoseWithdrawalArrivesFirst() {
        muster.state(aStatement().version(2).event("out").withdrawn());

        muster.state(aStatement().version(1).event("in"));

        assertThat(muster.published().area("bac-giang").getEnrolled()).isZero();
        assertThat(muster.published().area("bac-giang").getWithdrawn()).isEqualTo(1);
    }

    @Test
    void shouldKeepCampaignsApart() {
        muster.refer(drive().campaign("drive-2", "2023-05-01", "2023-05-31", "bac-giang"));

        muster.state(aStatement().version(2).event("here"));
        muster.state(aStatement().version(1).event("there").forCampaign("drive-2"));

        assertThat(muster.published().latest(Topics.AREA_PROGRESS))
                .hasEntrySatisfying(
                        "drive|bac-giang", row -> assertThat(row.getEnrolled()).isEqualTo(1))
                .hasEntrySatisfying(
                        "drive-2|bac-giang",
                        row -> assertThat(row.getEnrolled()).isEqualTo(1));
    }

    @Test
    void shouldReportTheOutcomeOfEachStatement() {
        muster.state(
                aStatement().version(2).event("first"),
                aStatement().version(2).event("first"),
                aStatement().version(1).event("older"),
                aStatement().version(3).event("same place"),
                aStatement().version(4).event("another place").in("son-dong"));

        assertThat(muster.events().outcomes())
                .extracting(Outcome::getClass)
                .containsExactly(
                        Outcome.First.class,
                        Outcome.Duplicate.class,
                        Outcome.Stale.class,
                        Outcome.Updated.class,
                        Outcome.Corrected.class);
    }
}
