package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.e2e.process.Counting;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.RegistryProxy;
import io.muster.e2e.process.Sandbox;
import io.muster.e2e.process.ShortSessions;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.ReferenceSender;
import io.muster.e2e.sample.SimulatedDrive;
import io.muster.e2e.sample.TrafficSender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * First a proxy answers for the registry with nonsense. Then the only broker and the registry are killed under traffic
 * and restarted.
 */
class OutageIT {

    private static final int STATEMENTS = 20_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void shouldReportAnOutageAndResumeCountingAfterIt() throws Exception {
        SimulatedDrive drive = SimulatedDrive.of(3, STATEMENTS);
        try (Sandbox sandbox = Sandbox.start(Launcher.in(folder), folder.resolve("data"))) {
            Connection connection = sandbox.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            muster.succeed("topics");
            new ReferenceSender(connection).become(drive.references());
            TrafficSender sender = new TrafficSender(connection, drive.plan());
            try (RegistryProxy proxy = new RegistryProxy(connection.registryUrl());
                    StreamsInstance instance = StreamsInstance.start(
                            muster.connectedTo(Connection.to(connection.bootstrapServers(), proxy.url())),
                            folder.resolve("state"),
                            ShortSessions.and())) {
                instance.awaitReady();
                proxy.answerWithNonsense();
                CompletableFuture<Void> sending = sender.send(STATEMENTS);
                await().atMost(LIMIT).until(() -> proxy.nonsenseGiven() > RegistryProxy.KINDS);
                assertThat(instance.health()).contains("WAITING_FOR_REGISTRY", "does not say what schema");
                assertThat(instance.isReady()).isFalse();
                assertThat(instance.metric("muster_registry_waiting")).isPositive();
                assertThat(instance.metric("muster_statements_total")).isZero();

                proxy.recover();
                await().atMost(LIMIT).until(() -> sender.acknowledged() > STATEMENTS / 4);
                sandbox.kill();

                await().atMost(LIMIT).until(() -> instance.health().contains("WAITING_FOR_BROKER"));
                assertThat(instance.isLive()).isTrue();
                assertThat(instance.isReady()).isFalse();
                assertThat(instance.metric("muster_brokers")).isZero();

                sandbox.startAgain();
                sending.join();
                instance.awaitReady();
                new Counting(connection, "muster", List.of(instance)).awaitEverything();
                assertThat(Recorded.rejections(connection)).isEmpty();
                assertThat(Guarantees.brokenByRows(
                                sender.statements(), drive.references(), AsOf.RECORDED, PublishedRows.read(connection)))
                        .isEmpty();
                assertThat(Guarantees.brokenByCorrections(sender.statements(), Recorded.corrections(connection)))
                        .isEmpty();
            }
        }
    }
}
