package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.cli.options.Connection;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.TrafficSender;
import io.muster.simulation.traffic.TrafficPlan;
import io.muster.simulation.traffic.TrafficPlan.Shares;
import io.muster.simulation.traffic.TrafficPlan.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application is killed while it counts, time and again, and in the end every figure is right. */
class KilledStreamsIT {

    private static final int LIVES = 3;
    private static final int STATEMENTS_A_LIFE = 7_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"memory", "rocksdb"})
    void shouldComeToTheSameRowsHoweverOftenItIsKilled(String ledgerStore) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
        System.out.println("killed at random with -Dseed=" + seed);
        Random random = new Random(seed);
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            muster.succeed("topics");
            TrafficSender sender = new TrafficSender(connection, plan(seed));
            sender.sendReferences();

            for (int life = 0; life < LIVES; life++) {
                CompletableFuture<Void> sending;
                try (StreamsInstance doomed = start(muster, ledgerStore)) {
                    if (random.nextInt(3) > 0) {
                        doomed.awaitReady();
                    }
                    int end = sender.acknowledged() + random.nextInt(STATEMENTS_A_LIFE);
                    sending = sender.send(STATEMENTS_A_LIFE);
                    await().atMost(LIMIT).until(() -> sender.acknowledged() >= end);
                    doomed.process().kill();
                }
                sending.join();
            }

            Rows expected = Recount.of(sender.statements(), sender.references(), AsOf.RECORDED);
            try (StreamsInstance last = start(muster, ledgerStore)) {
                await().atMost(LIMIT)
                        .untilAsserted(
                                () -> assertThat(PublishedRows.read(connection)).isEqualTo(expected));
                last.process().terminate();
                assertThat(last.process().awaitEnd(STOP_LIMIT)).isZero();
            }
            assertThat(PublishedRows.read(connection)).isEqualTo(expected);
        }
    }

    /** A broker waits for whoever was killed until the session is over; shorter sessions make a shorter test. */
    private StreamsInstance start(Launcher muster, String ledgerStore) throws IOException {
        return StreamsInstance.start(
                muster,
                folder.resolve("state"),
                "--ledger-store=" + ledgerStore,
                "--kafka-config=main.consumer.session.timeout.ms=6000",
                "--kafka-config=main.consumer.heartbeat.interval.ms=1000",
                "--kafka-config=producer.transaction.timeout.ms=10000");
    }

    private static TrafficPlan plan(long seed) {
        return new TrafficPlan(
                seed,
                2,
                40,
                LIVES * STATEMENTS_A_LIFE,
                new Span(
                        LocalDate.parse("2023-05-01"),
                        31,
                        ZoneId.of("Asia/Ho_Chi_Minh"),
                        Instant.parse("2023-05-25T10:00:00Z")),
                Shares.USUAL);
    }
}
