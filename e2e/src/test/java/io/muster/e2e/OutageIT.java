package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.cli.options.Connection;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.e2e.process.Counting;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import io.muster.e2e.process.ShortSessions;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.ReferenceSender;
import io.muster.e2e.sample.SimulatedDrive;
import io.muster.e2e.sample.TrafficSender;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker and registry, one of each, are killed in the middle of the traffic, and come back after a while. */
class OutageIT {

    private static final int STATEMENTS = 20_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern ADDRESSES =
            Pattern.compile("BOOTSTRAP_SERVERS=(\\S+)\\s.*SCHEMA_REGISTRY_URL=(\\S+)\\s", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void shouldSayThatItWaitsForTheBrokerAndCountOnByItselfWhenItIsBack() throws Exception {
        SimulatedDrive drive = SimulatedDrive.of(3, STATEMENTS);
        MusterProcess sandbox = sandbox(0, 0);
        try {
            Connection connection = connection(sandbox);
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            muster.succeed("topics");
            new ReferenceSender(connection).become(drive.references());
            TrafficSender sender = new TrafficSender(connection, drive.plan());
            try (StreamsInstance instance =
                    StreamsInstance.start(muster, folder.resolve("state"), ShortSessions.and())) {
                instance.awaitReady();
                CompletableFuture<Void> sending = sender.send(STATEMENTS);
                await().atMost(LIMIT).until(() -> sender.acknowledged() > STATEMENTS / 4);
                sandbox.kill();

                await().atMost(LIMIT).until(() -> instance.health().contains("WAITING_FOR_BROKER"));
                assertThat(instance.isLive()).isTrue();
                assertThat(instance.isReady()).isFalse();
                assertThat(instance.metric("muster_brokers")).isZero();

                sandbox = sandbox(port("http://" + connection.bootstrapServers()), port(connection.registryUrl()));
                sending.join();
                instance.awaitReady();
                new Counting(connection, "muster", List.of(instance)).awaitEverything();
                assertThat(Guarantees.brokenByRows(
                                sender.statements(), drive.references(), AsOf.RECORDED, PublishedRows.read(connection)))
                        .isEmpty();
                assertThat(Guarantees.brokenByCorrections(sender.statements(), Recorded.corrections(connection)))
                        .isEmpty();
            }
        } finally {
            sandbox.close();
        }
    }

    private MusterProcess sandbox(int brokerPort, int registryPort) throws IOException {
        return Launcher.in(folder)
                .start(
                        "sandbox",
                        "--keep=" + folder.resolve("data"),
                        "--broker-port=" + brokerPort,
                        "--registry-port=" + registryPort);
    }

    private static Connection connection(MusterProcess sandbox) {
        Matcher addresses = await().atMost(LIMIT).until(() -> ADDRESSES.matcher(sandbox.out()), Matcher::find);
        return Connection.to(addresses.group(1), addresses.group(2));
    }

    private static int port(String address) {
        return URI.create(address).getPort();
    }
}
