package io.muster.streams.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.contract.topic.Topics;
import io.muster.domain.tally.AsOf;
import io.muster.http.HttpServer;
import io.muster.http.loop.Loops;
import io.muster.streams.config.Clients;
import io.muster.streams.config.KafkaProperties;
import io.muster.streams.config.StreamsSettings;
import io.muster.streams.succession.Predecessor;
import io.muster.streams.topology.MusterTopology;
import io.muster.streams.topology.stage.Succession;
import io.muster.streams.topology.stage.TopologySettings;
import io.muster.streams.topology.stage.UncommittedCount;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running instance of the streams application, with its health and metrics. */
public final class StreamsService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
    private static final Duration CHECK_EVERY = Duration.ofMillis(10);
    private static final int PAUSE_FACTOR = 1;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final Loops loops = new Loops();
    private final InstanceDirectory directory;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AppMetrics metrics = new AppMetrics(meters);
    private final UncommittedCount ledgerUncommitted = new UncommittedCount();
    private final UncommittedCount tallyUncommitted = new UncommittedCount();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final FailureHandler failures;
    private final Optional<Predecessor> predecessor;
    private final KafkaStreams streams;
    private final ClusterMonitor cluster;
    private final KafkaStreamsMetrics kafkaMetrics;
    private final InstanceHealth health;
    private final HttpServer server;

    /**
     * Checks the environment and starts the application. It counts once its tasks are restored; see {@link #isReady}.
     *
     * @throws StartException if it cannot start
     * @throws io.muster.http.PortTakenException if the port of health and metrics is taken
     */
    public static StreamsService start(StreamsSettings settings, InstantSource clock) {
        int partitions = new StartCheck(settings).check();
        InstanceDirectory directory =
                InstanceDirectory.claim(settings.instance().stateDir());
        try {
            DanglingTransactions.abort(settings, directory.path());
            if (settings.instance().rebuildState()) {
                LOG.info("Deleting the local state in {}; it is rebuilt from the topics", directory.path());
                directory.clear(settings.applicationId());
            }
            StreamsService service = new StreamsService(settings, partitions, directory, clock);
            service.run();
            return service;
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private StreamsService(StreamsSettings settings, int partitions, InstanceDirectory directory, InstantSource clock) {
        this.directory = directory;
        String applicationId = settings.applicationId();
        failures = new FailureHandler(applicationId, directory.path(), this::missingTopics, clock);
        predecessor =
                settings.application().successorOf().map(id -> Predecessor.of(id, settings, clock, meters, loops));
        ConsumerProgress progress = new ConsumerProgress(() -> Clients.consumer(settings));
        Topology topology = topology(settings, partitions, progress, clock);
        loops.onDeath(ended::countDown);
        cluster = new ClusterMonitor(
                Clients.admin(settings), applicationId, partitions, progress, meters, loops, this::onTopicsRecreated);
        KafkaStreams made = null;
        try {
            made = new KafkaStreams(topology, KafkaProperties.of(settings, directory.path(), directory.instanceId()));
            streams = made;
            progress.observe(made);
            streams.setGlobalStateRestoreListener(new RestoreProgress(meters, clock));
            streams.setUncaughtExceptionHandler(failures::onThreadFailure);
            streams.setStateListener(this::onState);
            kafkaMetrics = new KafkaStreamsMetrics(streams);
            kafkaMetrics.bindTo(meters);
            Gauge.builder("muster.backlog", this, StreamsService::uncommitted)
                    .description("Records processed whose results are not committed yet")
                    .register(meters);
            new JvmMemoryMetrics().bindTo(meters);
            health = new InstanceHealth(applicationId, made::state, cluster, metrics, predecessor);
            server = HttpServer.forProbes(settings.instance().httpPort(), loops, health::live, health::ready, meters);
        } catch (RuntimeException e) {
            if (made != null) {
                made.close(Duration.ZERO);
            }
            closeMonitors();
            throw failures.startFailure(e);
        }
    }

    private Topology topology(
            StreamsSettings settings, int partitions, ConsumerProgress progress, InstantSource clock) {
        StreamsSettings.Counting counting = settings.counting();
        return new MusterTopology(
                        new TopologySettings(
                                counting.ledgerStore(), partitions, CHECK_EVERY, PAUSE_FACTOR, counting.numericRefs()),
                        settings.connection().serdes(),
                        asOf(counting.asOf(), clock),
                        System::nanoTime,
                        new MusterTopology.Listeners(
                                metrics, metrics, metrics, metrics, ledgerUncommitted, tallyUncommitted),
                        predecessor.map(Predecessor::succession).orElse(Succession.NONE),
                        progress)
                .build(Topics.cells(settings.applicationId()));
    }

    private static Supplier<AsOf> asOf(StreamsSettings.AsOfSource source, InstantSource clock) {
        return switch (source) {
            case WALL -> () -> new AsOf.Wall(clock.instant());
            case RECORDED -> AsOf.Recorded::new;
        };
    }

    /** Starts all threads. The constructor starts none of them except those of the HTTP server. */
    private void run() {
        try {
            cluster.start();
            streams.start();
            predecessor.ifPresent(followed -> followed.monitor(() -> streams.state() == State.RUNNING));
        } catch (RuntimeException e) {
            close();
            throw failures.startFailure(e);
        }
    }

    /** The port of health and metrics. */
    public int httpPort() {
        return server.port();
    }

    /** Whether all tasks of this instance are restored and running, and their rows are published. */
    public boolean isReady() {
        return health.ready().ok();
    }

    /** The number of records processed whose results are not committed yet; 0 at rest. */
    public long uncommitted() {
        return ledgerUncommitted.count() + tallyUncommitted.count();
    }

    /** Blocks until the application ends, through {@link #close} or because of a failure. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** The failure that ended the application; empty if there was none. */
    public Optional<String> failure() {
        boolean failed = failures.hasTopicsRecreated()
                || streams.state() == State.ERROR
                || streams.state() == State.PENDING_ERROR;
        return loops.death()
                .map(Loops.Trouble::ofDeath)
                .or(() -> failed ? Optional.of(failures.reason()) : Optional.empty());
    }

    /** Leaves the group, so that other instances take over at once, and stops. */
    @Override
    public void close() {
        boolean clean = streams.close(CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (!clean) {
            LOG.warn(
                    "The application did not stop within {}. The next start processes uncommitted records again",
                    CLOSE_TIMEOUT);
        }
        closeMonitors();
        kafkaMetrics.close();
        server.close();
        directory.close();
        ended.countDown();
    }

    private void closeMonitors() {
        cluster.close();
        predecessor.ifPresent(Predecessor::close);
    }

    private void onState(State now, State before) {
        LOG.info("The application is {}", now);
        if (now == State.ERROR) {
            ended.countDown();
        }
    }

    private void onTopicsRecreated(Set<String> topics) {
        if (failures.onTopicsRecreated(topics)) {
            ended.countDown();
        }
    }

    private Set<String> missingTopics() {
        return cluster.missingTopics();
    }
}
