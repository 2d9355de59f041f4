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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an instance restores state that it or another instance has counted. */
class RestoreIT {

    private static final int HISTORY = 60_000;
    private static final int MORE = 2_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern TO_GO = Pattern.compile("Restoring: (\\d+) records to go");

    @TempDir
    private Path folder;

    private final SimulatedDrive drive = SimulatedDrive.of(5, HISTORY + MORE);

    @Test
    void shouldBeLiveButNotReadyAndReportTheLagWhileRestoring() throws Exception {
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            TrafficSender sender = begin(connection, muster);
            try (StreamsInstance first = start(muster, "one")) {
                new Counting(connection, "muster", List.of(first)).awaitEverything();
                first.process().kill();
            }

            try (StreamsInstance again = start(muster, "one")) {
                assertThat(again.isLive()).isTrue();
                assertThat(again.isReady()).isFalse();
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> again.metric("muster_restore_remaining") > 0);
                again.awaitReady();
                assertThat(again.metric("muster_restore_remaining")).isZero();
                assertThat(maxRemaining(again)).isGreaterThan(HISTORY / 10);

                sender.send(MORE).join();
                new Counting(connection, "muster", List.of(again)).awaitEverything();
            }
            assertRowsMatchTheOracle(connection, sender);
        }
    }

    @Test
    void shouldTakeOverFromAStandbyReplicaWithoutReadingHistory() throws Exception {
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            TrafficSender sender = begin(connection, muster);
            try (StreamsInstance first = start(muster, "one", "--standby-replicas=1");
                    StreamsInstance second = start(muster, "two", "--standby-replicas=1")) {
                new Counting(connection, "muster", List.of(first, second)).awaitEverything();
                first.awaitReady();
                second.awaitReady();
                await().atMost(LIMIT).until(() -> second.metric("muster_instances") == 2);
                String before = second.process().err();

                first.process().kill();
                sender.send(MORE).join();
                new Counting(connection, "muster", List.of(second)).awaitEverything();

                assertThat(maxRemaining(second.process().err().substring(before.length())))
                        .isLessThan(HISTORY / 100);
            }
            assertRowsMatchTheOracle(connection, sender);
        }
    }

    private TrafficSender begin(Connection connection, Launcher muster) throws Exception {
        muster.succeed("topics");
        new ReferenceSender(connection).become(drive.references());
        TrafficSender sender = new TrafficSender(connection, drive.plan());
        sender.send(HISTORY).join();
        return sender;
    }

    private StreamsInstance start(Launcher muster, String stateDir, String... options) throws IOException {
        return StreamsInstance.start(muster, folder.resolve(stateDir), ShortSessions.and(options));
    }

    private void assertRowsMatchTheOracle(Connection connection, TrafficSender sender) {
        assertThat(Guarantees.brokenByRows(
                        sender.statements(), drive.references(), AsOf.RECORDED, PublishedRows.read(connection)))
                .isEmpty();
    }

    private static long maxRemaining(StreamsInstance instance) {
        return maxRemaining(instance.process().err());
    }

    private static long maxRemaining(String log) {
        return TO_GO.matcher(log)
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .max()
                .orElse(0);
    }
}
