package io.muster.cli.demo;

import io.muster.board.BoardView;
import io.muster.cli.sandbox.LocalCluster;
import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherSettings;
import io.muster.client.ReferencePublisher;
import io.muster.contract.connection.Connection;
import io.muster.contract.topic.Topics;
import io.muster.dashboard.Dashboard;
import io.muster.dashboard.DashboardSettings;
import io.muster.dashboard.access.Access;
import io.muster.domain.participant.NumericRefs;
import io.muster.http.ServerSettings;
import io.muster.http.loop.Loops;
import io.muster.streams.config.StreamsSettings;
import io.muster.streams.config.StreamsSettings.AsOfSource;
import io.muster.streams.runtime.StreamsService;
import io.muster.streams.topology.TopologySettings.LedgerStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** Everything that the demo runs, in one process: broker, registry, application, view, and the field that sends. */
final class Demo implements AutoCloseable {

    private static final String APPLICATION_ID = "muster";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration DRAIN = Duration.ofSeconds(1);
    private static final int MOST_CONNECTIONS = 1_000;
    /** Started again on kept data after it was killed, the demo need not wait long for the member that is no more. */
    private static final Map<String, String> SHORT_SESSION =
            Map.of("session.timeout.ms", "6000", "heartbeat.interval.ms", "2000");

    private final Scenario scenario;
    private final InstantSource clock;
    private final LocalCluster cluster;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /** @param keep where the data stays for the next start; if empty, it is removed on close */
    Demo(Scenario scenario, Optional<Path> keep, InstantSource clock) {
        this.scenario = scenario;
        this.clock = clock;
        this.cluster = LocalCluster.onFreePorts(keep);
        running.push(cluster);
    }

    /** What is running once everything is started. */
    record Running(Connection connection, StreamsService streams, Dashboard dashboard) {

        /** Why it cannot go on; empty while it does. */
        Optional<String> failure() {
            return streams.failure().or(() -> dashboard.loops().death().map(Loops.Trouble::ofDeath));
        }

        BoardView view() {
            return dashboard.view();
        }

        /** Where the dashboard is. */
        String address() {
            return "http://localhost:" + dashboard.port() + "/";
        }
    }

    /** @param progress is told what is being done */
    synchronized Running start(Consumer<String> progress) {
        progress.accept("Starting a Kafka broker and a schema registry");
        Connection connection = cluster.start();
        progress.accept("Creating topics and registering schemas");
        new Setup(connection, PATIENCE).run(Topics.all(APPLICATION_ID), TopicLayout.standard());
        progress.accept("Publishing " + scenario.references().areas().size() + " areas, the campaign and its targets");
        new ReferencePublisher(new PublisherSettings(connection, PATIENCE)).publish(scenario.referenceBatch());
        progress.accept("Starting the streams application");
        StreamsService streams = StreamsService.start(settings(connection), clock);
        running.push(streams);
        progress.accept("Starting the dashboard");
        Dashboard dashboard = Dashboard.start(dashboardSettings(connection), clock);
        running.push(dashboard);
        return new Running(connection, streams, dashboard);
    }

    /** Publishes the statements of the scenario; returns when all of them are counted and seen by the view. */
    void play(Running started, Replay replay) throws InterruptedException {
        try (EnrollmentPublisher field =
                new EnrollmentPublisher(new PublisherSettings(started.connection(), PATIENCE), clock)) {
            replay.run(field);
        }
        try (Admin admin = Admin.create(started.connection().clientSettings())) {
            new CountedWait(
                            admin,
                            started.connection().clientSettings(),
                            APPLICATION_ID,
                            started.streams()::uncommitted)
                    .await(PATIENCE);
        }
        started.view().readToEnd(PATIENCE);
    }

    private StreamsSettings settings(Connection connection) {
        return new StreamsSettings(
                new StreamsSettings.Application(APPLICATION_ID, Optional.empty()),
                connection.bootstrapServers(),
                connection.registryUrl(),
                SHORT_SESSION,
                connection.registrySettings(),
                new StreamsSettings.Counting(LedgerStore.MEMORY, AsOfSource.RECORDED, NumericRefs.REFUSED),
                new StreamsSettings.Instance(cluster.data().resolve("streams"), false, 1, 0, 0, PATIENCE));
    }

    private static DashboardSettings dashboardSettings(Connection connection) {
        return new DashboardSettings(
                connection.clientSettings(),
                connection.serdes(),
                new ServerSettings(Optional.of("localhost"), 0, Optional.empty(), MOST_CONNECTIONS, DRAIN),
                Access.OPEN,
                Set.of(),
                MOST_CONNECTIONS);
    }

    /** Stops everything that was started, the last first. */
    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("the demo did not stop cleanly", e);
            }
        }
    }
}
