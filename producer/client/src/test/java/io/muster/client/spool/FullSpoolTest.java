package io.muster.client.spool;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.client.spool.SendOutcome.Sent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullSpoolTest {

    private static final Instant NOW = Instant.parse("2023-05-12T08:00:00Z");

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void shouldRejectWhenFullAndAcceptAgainAfterSending() throws Exception {
        Path file = folder.resolve("spool");
        try (Spool spool = Spool.open(file, Spool.LEAST_BYTES)) {
            int accepted = fill(spool);

            assertThatThrownBy(() -> spool.add(one(accepted), NOW))
                    .isInstanceOf(SpoolFullException.class)
                    .hasMessage("the spool " + file + " is full: its limit is 1024 KiB; connect this computer to the"
                            + " network until some statements are sent, discard refused ones, or raise the limit."
                            + " The new statements were not accepted; earlier ones are safe");
            assertThat(spool.counts().pending()).isEqualTo(accepted).isGreaterThan(1_000);

            List<SendOutcome> sent = spool.pending(accepted / 2).stream()
                    .<SendOutcome>map(spooled -> new Sent(spooled.position()))
                    .toList();
            spool.settle(sent, NOW);
            spool.add(one(accepted), NOW);
            assertThat(spool.counts()).isEqualTo(new SpoolCounts(accepted - sent.size() + 1, sent.size(), 0, NOW));
        }
        assertThat(Files.size(file)).isLessThanOrEqualTo(Spool.LEAST_BYTES);
    }

    @Test
    void shouldRejectAnAdditionAsAWholeIfItDoesNotFit() {
        try (Spool spool = Spool.open(folder.resolve("spool"), Spool.LEAST_BYTES)) {
            List<Draft> many =
                    IntStream.range(0, 50_000).mapToObj(FullSpoolTest::draft).toList();

            assertThatThrownBy(() -> spool.add(many, NOW)).isInstanceOf(SpoolFullException.class);
            assertThat(spool.counts()).isEqualTo(new SpoolCounts(0, 0, 0, null));
            spool.add(many.subList(0, 1_000), NOW);
        }
    }

    @Test
    void shouldRejectOnlyTheAdditionThatDoesNotFit() throws Exception {
        try (Spool spool = Spool.open(folder.resolve("spool"), Spool.LEAST_BYTES)) {
            List<Draft> tooMany = IntStream.range(0, 10_000)
                    .mapToObj(i -> draft(1_000_000 + i))
                    .toList();
            List<CompletableFuture<List<Receipt>>> adding = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int number = i;
                adding.add(
                        CompletableFuture.supplyAsync(() -> spool.add(number % 10 == 0 ? tooMany : one(number), NOW)));
            }

            for (int i = 0; i < 40; i++) {
                CompletableFuture<List<Receipt>> one = adding.get(i);
                if (i % 10 == 0) {
                    assertThat(one)
                            .failsWithin(LIMIT)
                            .withThrowableThat()
                            .withCauseInstanceOf(SpoolFullException.class);
                } else {
                    assertThat(one).succeedsWithin(LIMIT);
                }
            }
            assertThat(spool.counts().pending()).isEqualTo(36);
        }
    }

    @Test
    void shouldKeepStatementsWhenTheLimitIsLoweredAndGrowWhenItIsRaised() {
        Path file = folder.resolve("spool");
        int accepted;
        try (Spool spool = Spool.open(file, 2 * Spool.LEAST_BYTES)) {
            accepted = fill(spool);
        }
        try (Spool spool = Spool.open(file, Spool.LEAST_BYTES)) {
            assertThat(spool.counts().pending()).isEqualTo(accepted);
            assertThat(fill(spool, accepted, 100)).isEqualTo(accepted);
        }
        try (Spool spool = Spool.open(file, 3 * Spool.LEAST_BYTES)) {
            spool.add(one(accepted + 100_000), NOW);
        }
    }

    /** @return the number of statements that fit */
    private static int fill(Spool spool) {
        int most = fill(spool, 0, 100);
        return fill(spool, most, 1);
    }

    private static int fill(Spool spool, int from, int atOnce) {
        for (int i = from; ; i += atOnce) {
            try {
                spool.add(
                        IntStream.range(i, i + atOnce)
                                .mapToObj(FullSpoolTest::draft)
                                .toList(),
                        NOW);
            } catch (SpoolFullException e) {
                return i;
            }
        }
    }

    private static List<Draft> one(int number) {
        return List.of(draft(number));
    }

    private static Draft draft(int number) {
        return new Draft(
                aStatement().event("e" + number).by("participant-" + number).build(), false);
    }
}
