package io.muster.cli.demo;

import io.muster.board.BoardView;
import io.muster.cli.sandbox.LocalCluster;
import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherSettings;
import io.muster.client.ReferencePublisher;
import io.muster.contract.Connection;
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
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
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

/** Runs the demo in one process: broker, registry, streams application, dashboard, and the sender of the statements. */
final class Demo implements AutoCloseable {

    private static final String APPLICATION_ID = "muster";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration DRAIN = Duration.ofSeconds(1);
    private static final int MAX_CONNECTIONS = 1_000;
    /** Restarted on kept data after a kill, the demo should not wait long for the dead group member to time out. */
    private static final Map<String, String> SHORT_SESSION =
            Map.of("session.timeout.ms", "6000", "heartbeat.interval.ms", "2000");

    private final Scenario scenario;
    private final InstantSource clock;
    private final LocalCluster cluster;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /** @param keep directory that keeps the data for the next start; if empty, the data is removed on close */
    Demo(Scenario scenario, Optional<Path> keep, InstantSource clock) {
        this.scenario = scenario;
        this.clock = clock;
        this.cluster = LocalCluster.onFreePorts(keep);
        running.push(cluster);
    }

    /** The running services. */
    record Running(Connection connection, StreamsService streams, Dashboard dashboard) {

        /** Why a service failed; empty while all run. */
        Optional<String> failure() {
            return streams.failure().or(() -> dashboard.loops().death().map(Loops.Trouble::ofDeath));
        }

        BoardView view() {
            return dashboard.view();
        }

        /** URL of the dashboard. */
        String address() {
            return "http://localhost:" + dashboard.port() + "/";
        }
    }

    /** @param progress receives each step */
    synchronized Running start(Consumer<String> progress) {
        progress.accept("Starting a Kafka broker and a schema registry");
        Connection connection = cluster.start();
        progress.accept("Creating topics and registering schemas");
        new Setup(connection, TIMEOUT).run(Topics.all(APPLICATION_ID), TopicLayout.standard());
        progress.accept("Publishing " + scenario.references().areas().size() + " areas, the campaign and its targets");
        new ReferencePublisher(new PublisherSettings(connection, TIMEOUT)).publish(scenario.referenceBatch());
        progress.accept("Starting the streams application");
        StreamsService streams = StreamsService.start(settings(connection), clock);
        running.push(streams);
        progress.accept("Starting the dashboard");
        Dashboard dashboard = Dashboard.start(dashboardSettings(connection), clock);
        running.push(dashboard);
        return new Running(connection, streams, dashboard);
    }

    /** Publishes the statements of the scenario. Returns when all are counted and visible in the view. */
    void play(Running started, ScenarioPlayer player) throws InterruptedException {
        try (EnrollmentPublisher field =
                new EnrollmentPublisher(new PublisherSettings(started.connection(), TIMEOUT), clock)) {
            player.run(field);
        }
        try (Admin admin = Admin.create(started.connection().clientSettings())) {
            new CatchUpWait(
                            admin,
                            started.connection().clientSettings(),
                            APPLICATION_ID,
                            started.streams()::uncommitted)
                    .await(TIMEOUT);
        }
        started.view().readToEnd(TIMEOUT);
    }

    private StreamsSettings settings(Connection connection) {
        return new StreamsSettings(
                new StreamsSettings.Application(APPLICATION_ID, Optional.empty()),
                connection.withKafkaDefaults(SHORT_SESSION),
                new StreamsSettings.Counting(LedgerStore.MEMORY, AsOfSource.RECORDED, NumericRefs.REFUSED),
                new StreamsSettings.Instance(cluster.data().resolve("streams"), false, 1, 0, 0, TIMEOUT));
    }

    private static DashboardSettings dashboardSettings(Connection connection) {
        return new DashboardSettings(
                connection,
                new ServerSettings(Optional.of("localhost"), 0, Optional.empty(), MAX_CONNECTIONS, DRAIN),
                Access.OPEN,
                Set.of(),
                MAX_CONNECTIONS);
    }

    /** Stops everything, in reverse order of starting. */
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
