package io.muster.client.spool;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.client.spool.SendOutcome.Refused;
import io.muster.client.spool.SendOutcome.Sent;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final Instant NOW = Instant.parse("2023-05-12T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final long ROOMY = 64 << 20;

    @TempDir
    private Path folder;

    private Spool spool;

    @BeforeEach
    void open() {
        spool = Spool.open(folder.resolve("spool"), ROOMY);
    }

    @AfterEach
    void close() {
        spool.close();
    }

    private void openAgain() {
        spool.close();
        open();
    }

    @Test
    void shouldKeepStatementsAndTheirOrderAcrossRestarts() {
        Statement first = aStatement()
                .event("e1")
                .by("p1")
                .segments(new Segments(Gender.FEMALE, "30-39", "farmer", "low"))
                .build();
        Statement second = aStatement().event("e2").by("p2").withdrawn().build();
        add(first);
        add(second);

        openAgain();

        assertThat(statements()).containsExactly(first, second);
        assertThat(spool.counts()).isEqualTo(new SpoolCounts(2, 0, 0, NOW));
    }

    @Test
    void shouldIncreaseTheVersionPerParticipantWhenTheClockGoesBack() {
        add(aStatement().event("e1").by("p1").version(1_000).build());
        add(aStatement().event("e2").by("p1").version(400).build());
        openAgain();
        add(aStatement().event("e3").by("p1").version(700).build());

        assertThat(statements()).extracting(Statement::version).containsExactly(1_000L, 1_001L, 1_002L);
    }

    @Test
    void shouldNotRaiseVersionsOfOtherParticipantsOrCampaigns() {
        add(aStatement().event("e1").by("p1").version(1_000).build());
        add(aStatement().event("e2").by("p2").version(400).build());
        add(aStatement()
                .event("e3")
                .by("p1")
                .forCampaign("another")
                .version(300)
                .build());

        assertThat(statements()).extracting(Statement::version).containsExactly(1_000L, 400L, 300L);
    }

    @Test
    void shouldKeepGivenVersionsAndExceedThemAfterwards() {
        spool.add(List.of(new Draft(aStatement().event("e1").version(9_000).build(), true)), NOW);
        spool.add(List.of(new Draft(aStatement().event("e2").version(5).build(), true)), NOW);
        add(aStatement().event("e3").version(400).build());

        assertThat(statements()).extracting(Statement::version).containsExactly(9_000L, 5L, 9_001L);
    }

    @Test
    void shouldRememberVersionsOfSentStatements() {
        add(aStatement().event("e1").version(1_000).build());
        settleAll();
        add(aStatement().event("e2").version(400).build());

        assertThat(statements()).extracting(Statement::version).containsExactly(1_001L);
    }

    @Test
    void shouldAcceptAnEventIdOnce() {
        Statement statement = aStatement().event("e1").in("yen-dung").build();
        Statement changed = aStatement().event("e1").in("luc-ngan").build();

        List<Receipt> receipts = spool.add(List.of(draft(statement), draft(changed)), NOW);
        settleAll();
        Receipt third = add(changed);

        UUID id = statement.eventId();
        assertThat(receipts).containsExactly(new Receipt(id, false), new Receipt(id, true));
        assertThat(third).isEqualTo(new Receipt(id, true));
        assertThat(spool.counts()).isEqualTo(new SpoolCounts(0, 1, 0, null));
    }

    @Test
    void shouldReportTheStateOfAStatement() {
        add(aStatement().event("sent").by("p1").build());
        add(aStatement().event("refused").by("p2").build());
        add(aStatement().event("pending").by("p3").build());
        List<PendingStatement> pending = spool.pending(2);
        spool.settle(
                List.of(
                        new Sent(pending.get(0).position()),
                        new Refused(pending.get(1).position(), "too large", null)),
                LATER);

        assertThat(spool.stateOf(id("sent"))).hasValue(StatementState.SENT);
        assertThat(spool.stateOf(id("refused"))).hasValue(StatementState.REFUSED);
        assertThat(spool.stateOf(id("pending"))).hasValue(StatementState.PENDING);
        assertThat(spool.stateOf(id("unknown"))).isEmpty();
        assertThat(spool.isPending()).isTrue();
        assertThat(spool.counts()).isEqualTo(new SpoolCounts(1, 1, 1, NOW));
    }

    @Test
    void shouldKeepRefusedStatementsUntilRetriedOrDiscarded() {
        Statement statement = aStatement().event("e1").by("p1").build();
        add(statement);
        add(aStatement().event("e2").by("p2").build());
        refuseFirst(null);
        openAgain();

        assertThat(spool.refused()).containsExactly(new RefusedStatement(statement, LATER, "too large", null));
        assertThat(spool.retry(id("e2"))).isFalse();
        assertThat(spool.discard(id("e2"))).isFalse();
        assertThat(spool.retry(id("e1"))).isTrue();
        assertThat(statements()).first().isEqualTo(statement);

        refuseFirst(null);
        assertThat(spool.discard(id("e1"))).isTrue();
        assertThat(spool.refused()).isEmpty();
        assertThat(statements()).hasSize(1);
    }

    @Test
    void shouldRetryTemporarilyRefusedStatements() {
        add(aStatement().event("e1").build());
        refuseFirst(LATER.plusSeconds(10));

        assertThat(spool.retryDue(LATER.plusSeconds(9))).isZero();
        assertThat(spool.refused().get(0).retriedAt()).isEqualTo(LATER.plusSeconds(10));
        assertThat(spool.retryDue(LATER.plusSeconds(10))).isEqualTo(1);
        assertThat(spool.counts().pending()).isEqualTo(1);
    }

    @Test
    void shouldRememberOnlyTheLatestSentStatements() {
        List<Draft> many = IntStream.rangeClosed(0, Spool.REMEMBERED)
                .mapToObj(i -> draft(aStatement().event("e" + i).by("p" + i).build()))
                .toList();
        spool.add(many, NOW);
        settleAll();

        assertThat(spool.stateOf(id("e0"))).isEmpty();
        assertThat(spool.stateOf(id("e1"))).hasValue(StatementState.SENT);
        assertThat(spool.counts().sent()).isEqualTo(Spool.REMEMBERED + 1);
    }

    @Test
    void shouldKeepTheOrderWithinEachThread() {
        List<Receipt> receipts = IntStream.range(0, 16)
                .parallel()
                .mapToObj(thread -> IntStream.range(0, 20)
                        .mapToObj(i -> add(aStatement()
                                .event(thread + "/" + i)
                                .by("p" + thread)
                                .version(i + 1)
                                .build())))
                .flatMap(each -> each)
                .toList();

        assertThat(receipts).hasSize(320).noneMatch(Receipt::repeated);
        assertThat(spool.pending(1_000)).hasSize(320);
        for (int thread = 0; thread < 16; thread++) {
            String participant = "p" + thread;
            assertThat(spool.pending(1_000))
                    .extracting(PendingStatement::statement)
                    .filteredOn(statement -> statement.participantRef().value().equals(participant))
                    .extracting(Statement::version)
                    .isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
        }
    }

    @Test
    void shouldRejectASecondOpening() {
        assertThatThrownBy(() -> Spool.open(folder.resolve("spool"), ROOMY))
                .isInstanceOf(SpoolException.class)
                .hasMessage("the spool " + folder.resolve("spool")
                        + " is in use by another process or client; each needs a spool of its own");
        add(aStatement().build());
    }

    private void refuseFirst(@Nullable Instant retryAt) {
        spool.settle(List.of(new Refused(spool.pending(1).get(0).position(), "too large", retryAt)), LATER);
    }

    private void settleAll() {
        List<SendOutcome> sent = spool.pending(Integer.MAX_VALUE).stream()
                .<SendOutcome>map(spooled -> new Sent(spooled.position()))
                .toList();
        spool.settle(sent, LATER);
    }

    private List<Statement> statements() {
        return spool.pending(100).stream().map(PendingStatement::statement).toList();
    }

    private Receipt add(Statement statement) {
        return spool.add(List.of(draft(statement)), NOW).get(0);
    }

    private static Draft draft(Statement statement) {
        return new Draft(statement, false);
    }

    private static UUID id(String event) {
        return new StatementBuilder().event(event).build().eventId();
    }
}
