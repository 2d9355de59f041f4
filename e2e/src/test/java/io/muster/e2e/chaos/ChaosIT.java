package io.muster.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.reference.References;
import io.muster.e2e.PublishedRows;
import io.muster.e2e.Recorded;
import io.muster.e2e.RowBytes;
import io.muster.e2e.chaos.tearing.TearingCheck;
import io.muster.e2e.process.Counting;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.ReferenceSender;
import io.muster.e2e.sample.SimulatedDrive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Injects one fault after the other into three brokers, a registry and two instances under traffic. At the end every
 * row is right, every correction and rejection exists once, and every committed transaction is complete. {@code
 * -Dseed=N} repeats a run, {@code -Dchaos.faults=N} makes it longer, {@code -Dchaos.ledger.store=rocksdb
 * -Dchaos.standby.replicas=1} changes the instances.
 */
class ChaosIT {

    private static final int RATE = 200;
    private static final double ASTRAY = 0.02;
    private static final int LONGEST_FAULT_SECONDS = 120;
    private static final int LONGEST_QUIET_MILLIS = 3_000;
    private static final int INSTANCES = 2;
    private static final String SMALL = "-Xmx256m " + String.join(" ", ServerProcess.FRUGAL);

    /** The short run is part of every build and deterministic. */
    private static final int SHORT = 4;

    private static final long SEED_OF_SHORT = 7;

    private final int faults = Integer.getInteger("chaos.faults", SHORT);
    private final long seed = Long.getLong("seed", faults == SHORT ? SEED_OF_SHORT : System.nanoTime() % 1_000_000);
    private final String ledgerStore = System.getProperty("chaos.ledger.store", "memory");
    private final int standbyReplicas = Integer.getInteger("chaos.standby.replicas", 0);
    private final Duration registryOutage = Duration.ofSeconds(Integer.getInteger("chaos.registry.outage.seconds", 10));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void shouldComputeTheRightFiguresUnderAllFaults() throws Exception {
        say("seed %d, %d faults, ledger in %s, %d standby replicas", seed, faults, ledgerStore, standbyReplicas);
        Random random = new Random(seed);
        try (Brokers brokers = new Brokers(Files.createDirectory(folder.resolve("brokers")));
                Registry registry = new Registry(Files.createDirectory(folder.resolve("registry")))) {
            brokers.start();
            registry.start();
            Connection connection = Connection.to(brokers.bootstrapServers(), registry.url());
            Launcher muster = Launcher.in(folder).connectedTo(connection).with("MUSTER_OPTS", SMALL);
            Launcher proxied = muster.with("MUSTER_BOOTSTRAP_SERVERS", brokers.proxiedBootstrapServers());
            muster.succeed("topics");
            SimulatedDrive drive = SimulatedDrive.of(seed, (long) RATE * LONGEST_FAULT_SECONDS * faults);
            try (Fleet fleet = new Fleet(proxied, folder, ledgerStore, standbyReplicas);
                    FieldTraffic traffic = new FieldTraffic(connection, drive.plan(), RATE, ASTRAY)) {
                for (int i = 0; i < INSTANCES; i++) {
                    fleet.add();
                }
                fleet.awaitReady();
                CompletableFuture<Integer> sending = traffic.begin();

                Recovery recovery = new Recovery(connection, "muster");
                Installation installation = new Installation(brokers, registry, fleet, registryOutage);
                List<Fault> order = order(random);
                for (int i = 0; i < faults; i++) {
                    if (i == faults / 2) {
                        new ReferenceSender(connection).become(drive.references());
                    }
                    Thread.sleep(random.nextInt(LONGEST_QUIET_MILLIS));
                    long began = System.nanoTime();
                    order.get(i).inject(installation, random);
                    Duration injected = Duration.ofNanos(System.nanoTime() - began);
                    say(
                            "%d. %s: took %.1f s, everything sent by then counted %.1f s later",
                            i + 1, order.get(i), seconds(injected), seconds(recovery.measure()));
                }

                traffic.end();
                int records = sending.get();
                new Counting(connection, "muster", fleet.instances()).awaitEverything();
                judge(connection, drive.references(), records);
                fleet.stop();
                lookForTornTransactions(connection, brokers);
            }
            replay(connection, muster);
        }
    }

    private void judge(Connection connection, References references, int records) {
        Sent sent = Sent.read(connection, Topics.ENROLLMENTS.partitions());
        assertThat(sent.originals()).as("records on the input topic").isEqualTo(records);
        List<String> broken = sent.brokenPromises(connection, references);
        var rows = PublishedRows.read(connection);
        say(
                "seed %d: %d faults, %d records sent, %d of them broken, %d corrections, %d rows compared, %d"
                        + " guarantees violated",
                seed,
                faults,
                records,
                sent.broken().size(),
                Recorded.corrections(connection).size(),
                rows.size(),
                broken.size());
        assertThat(broken).as("repeat with -Dseed=" + seed).isEmpty();
    }

    private void lookForTornTransactions(Connection connection, Brokers brokers) throws IOException {
        say("seed %d: %s", seed, brokers.delay());
        brokers.awaitTransactionsEnded();
        brokers.awaitComplete();
        TearingCheck check = TearingCheck.of(connection, brokers.data(0), "muster");
        say("seed %d: %s", seed, check);
        assertThat(check.withCells()).isPositive();
        assertThat(check.torn()).as("repeat with -Dseed=" + seed).isEmpty();
    }

    /** A new application that counts without faults publishes the same rows. */
    private void replay(Connection connection, Launcher muster) throws Exception {
        RowBytes before = RowBytes.read(connection);
        muster.succeed("topics", "--application-id=replay");
        try (StreamsInstance clean =
                StreamsInstance.start(muster, folder.resolve("replay"), "--application-id=replay")) {
            new Counting(connection, "replay", List.of(clean)).awaitEverything();
        }
        List<String> differences = before.differencesToReplay(RowBytes.read(connection));
        say("seed %d: %d rows recomputed by a new application, %d differ", seed, before.count(), differences.size());
        assertThat(differences).as("repeat with -Dseed=" + seed).isEmpty();
    }

    /** Draws every kind of fault once, in random order, before repeating any. */
    private List<Fault> order(Random random) {
        List<Fault> order = new ArrayList<>();
        while (order.size() < faults) {
            List<Fault> each = new ArrayList<>(List.of(Fault.values()));
            Collections.shuffle(each, random);
            order.addAll(each);
        }
        return order;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static void say(String format, Object... arguments) {
        System.out.println("chaos: " + String.format(Locale.ROOT, format, arguments));
    }
}
