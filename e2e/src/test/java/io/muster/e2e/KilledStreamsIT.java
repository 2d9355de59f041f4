package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Counting;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.ShortSessions;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.ReferenceSender;
import io.muster.e2e.sample.SimulatedDrive;
import io.muster.e2e.sample.TrafficSender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure is right after the application was killed repeatedly while counting. */
class KilledStreamsIT {

    private static final int LIVES = 3;
    private static final int STATEMENTS_A_LIFE = 7_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"memory", "rocksdb"})
    void shouldComputeTheSameRowsDespiteRepeatedKills(String ledgerStore) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
        System.out.println("killed at random with -Dseed=" + seed);
        Random random = new Random(seed);
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            muster.succeed("topics");
            SimulatedDrive drive = SimulatedDrive.of(seed, LIVES * STATEMENTS_A_LIFE);
            new ReferenceSender(connection).become(drive.references());
            TrafficSender sender = new TrafficSender(connection, drive.plan());

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

            try (StreamsInstance last = start(muster, ledgerStore)) {
                new Counting(connection, "muster", List.of(last)).awaitEverything();
                last.process().terminate();
                assertThat(last.process().awaitEnd(STOP_LIMIT)).isZero();
            }
            assertThat(Guarantees.brokenByRows(
                            sender.statements(), drive.references(), AsOf.RECORDED, PublishedRows.read(connection)))
                    .isEmpty();
            assertThat(Guarantees.brokenByCorrections(sender.statements(), Recorded.corrections(connection)))
                    .isEmpty();
            assertThat(Guarantees.brokenByLosses(sender.statements(), Recorded.losses(connection)))
                    .isEmpty();
            assertThat(Recorded.repeatedAlerts(connection)).isEmpty();
        }
    }

    private StreamsInstance start(Launcher muster, String ledgerStore) throws IOException {
        return StreamsInstance.start(
                muster, folder.resolve("state"), ShortSessions.and("--ledger-store=" + ledgerStore));
    }
}
