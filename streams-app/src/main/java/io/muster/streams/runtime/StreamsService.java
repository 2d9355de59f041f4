package io.muster.streams.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.contract.failure.Causes;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topics;
import io.muster.domain.tally.AsOf;
import io.muster.http.Health;
import io.muster.http.HttpServer;
import io.muster.http.loop.Loops;
import io.muster.streams.config.Clients;
import io.muster.streams.config.KafkaProperties;
import io.muster.streams.config.StreamsSettings;
import io.muster.streams.succession.Predecessor;
import io.muster.streams.topology.Backlog;
import io.muster.streams.topology.MusterTopology;
import io.muster.streams.topology.Succession;
import io.muster.streams.topology.TopologySettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running instance of the streams application, with its health and metrics. */
public final class StreamsService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
    private static final String READY = State.RUNNING.name();
    private static final String MISSING_TOPICS = "MISSING_TOPICS";
    private static final String WAITING_FOR_REGISTRY = "WAITING_FOR_REGISTRY";
    private static final Duration CHECK_EVERY = Duration.ofMillis(10);
    private static final int PAUSE_FACTOR = 1;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PAUSE_BEFORE_REPLACEMENT = Duration.ofSeconds(1);

    private final Loops loops = new Loops();
    private final InstanceDirectory directory;
    private final String applicationId;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AppMetrics metrics = new AppMetrics(meters);
    private final Backlog ledgerBacklog = new Backlog();
    private final Backlog tallyBacklog = new Backlog();
    private final ThreadPolicy threadPolicy = new ThreadPolicy(20, Duration.ofMinutes(5));
    private final CountDownLatch ended = new CountDownLatch(1);
    private final InstantSource clock;
    private final Optional<Predecessor> predecessor;
    private final KafkaStreams streams;
    private final ClusterWatch cluster;
    private final KafkaStreamsMetrics kafkaMetrics;
    private final HttpServer health;
    private volatile String failure = "it could not go on; the log says why";
    private volatile boolean isOver;

    /**
     * Checks what the application needs, and starts it. It counts as soon as its tasks are restored: see {@link #isReady}.
     *
     * @throws StartException if it cannot start
     * @throws io.muster.http.PortTakenException if the port of health and metrics is taken
     */
    public static StreamsService start(StreamsSettings settings, InstantSource clock) {
        int partitions = new StartCheck(settings).check();
        InstanceDirectory directory = InstanceDirectory.claim(settings.stateDir());
        try {
            LeftTransactions.end(settings, directory.path());
            if (settings.rebuildState()) {
                LOG.info("Removing what was kept in {}; it is counted anew from the topics", directory.path());
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
        this.applicationId = settings.applicationId();
        this.clock = clock;
        predecessor = settings.successorOf().map(id -> Predecessor.of(id, settings, clock, meters, loops));
        RestoreProgress restoring = new RestoreProgress(meters, clock);
        ConsumerProgress progress = new ConsumerProgress(() -> Clients.consumer(settings));
        Topology topology = new MusterTopology(
                        new TopologySettings(
                                settings.ledgerStore(), partitions, CHECK_EVERY, PAUSE_FACTOR, settings.numericRefs()),
                        new AvroSerdes(settings.registryUrl(), settings.registry()),
                        asOf(settings, clock),
                        System::nanoTime,
                        new MusterTopology.Listeners(metrics, metrics, metrics, metrics, ledgerBacklog, tallyBacklog),
                        predecessor.map(Predecessor::succession).orElse(Succession.NONE),
                        progress)
                .build(Topics.cells(settings.applicationId()));
        loops.onDeath(ended::countDown);
        cluster = new ClusterWatch(
                Clients.admin(settings), applicationId, partitions, progress, meters, loops, this::onTopicsMadeAnew);
        KafkaStreams made = null;
        try {
            made = new KafkaStreams(topology, KafkaProperties.of(settings, directory.path(), directory.instanceId()));
            streams = made;
            progress.observe(made);
            streams.setGlobalStateRestoreListener(restoring);
            streams.setUncaughtExceptionHandler(this::onDeath);
            streams.setStateListener(this::onState);
            kafkaMetrics = new KafkaStreamsMetrics(streams);
            kafkaMetrics.bindTo(meters);
            Gauge.builder("muster.backlog", this, StreamsService::backlog)
                    .description("Records taken whose consequences were not handed on yet")
                    .register(meters);
            new JvmMemoryMetrics().bindTo(meters);
            health = HttpServer.forProbes(settings.httpPort(), loops, this::live, this::ready, meters);
        } catch (RuntimeException e) {
            if (made != null) {
                made.close(Duration.ZERO);
            }
            closeWatches();
            throw startProblem(e);
        }
    }

    /** Starts what does something, now that everything is there. */
    private void run() {
        try {
            cluster.start();
            streams.start();
            predecessor.ifPresent(followed -> followed.watch(() -> streams.state() == State.RUNNING));
        } catch (RuntimeException e) {
            close();
            throw startProblem(e);
        }
    }

    /** What Kafka Streams throws at the start, as something that an operator can act on. */
    private RuntimeException startProblem(RuntimeException failure) {
        Optional<String> damage = StateDamage.message(failure, directory.path());
        if (damage.isPresent()) {
            return new StartException(damage.get(), failure);
        }
        Throwable root = Causes.root(failure);
        return failure instanceof KafkaException
                ? new StartException(
                        "Kafka Streams did not start: " + failure.getMessage()
                                + (root.equals(failure) ? "" : ": " + root.getMessage())
                                + ". Check --kafka-config",
                        failure)
                : failure;
    }

    private static Supplier<AsOf> asOf(StreamsSettings settings, InstantSource clock) {
        return switch (settings.asOf()) {
            case WALL -> () -> new AsOf.Wall(clock.instant());
            case RECORDED -> AsOf.Recorded::new;
        };
    }

    /** The port of health and metrics. */
    public int httpPort() {
        return health.port();
    }

    /** Whether all tasks of this instance are restored and count, and what they count is published. */
    public boolean isReady() {
        return state().equals(READY);
    }

    /** Records that were taken, and whose consequences were not handed on yet; 0 at rest. */
    public long backlog() {
        return ledgerBacklog.records() + tallyBacklog.records();
    }

    /** Waits until the application ends, by {@link #close} or by itself. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Why it ended by itself; empty where it did not. */
    public Optional<String> failure() {
        boolean failed = isOver || streams.state() == State.ERROR || streams.state() == State.PENDING_ERROR;
        return loops.death().map(Loops.Trouble::ofDeath).or(() -> failed ? Optional.of(failure) : Optional.empty());
    }

    /** Leaves the group, so that other instances take over at once, and stops. */
    @Override
    public void close() {
        boolean clean = streams.close(CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (!clean) {
            LOG.warn(
                    "The application did not stop within {}; what was not committed is counted after the next start",
                    CLOSE_TIMEOUT);
        }
        closeWatches();
        kafkaMetrics.close();
        health.close();
        directory.close();
        ended.countDown();
    }

    private void closeWatches() {
        cluster.close();
        predecessor.ifPresent(Predecessor::close);
    }

    private void onState(State now, State before) {
        LOG.info("The application is {}", now);
        if (now == State.ERROR) {
            ended.countDown();
        }
    }

    /** What it knows of them is of before, and Kafka Streams would not see it. */
    private void onTopicsMadeAnew(Set<String> topics) {
        if (!isOver) {
            failure = TopicIdentities.message(topics);
            isOver = true;
            LOG.error("Stopping. {}", failure);
            ended.countDown();
        }
    }

    private StreamThreadExceptionResponse onDeath(Throwable cause) {
        Optional<String> damage = StateDamage.message(cause, directory.path());
        if (damage.isPresent()) {
            failure = damage.get();
            LOG.error("Stopping. {}", failure, cause);
            return SHUTDOWN_CLIENT;
        }
        if (!threadPolicy.shouldReplace(clock.instant())) {
            Set<String> missing = cluster.missingTopics();
            failure = missing.isEmpty()
                    ? "threads kept dying, the last of " + cause
                    : MissingTopics.message(missing, applicationId);
            LOG.error(
                    "Threads keep dying, the last of this cause. Stopping; nothing that was committed is lost. {}",
                    failure,
                    cause);
            return SHUTDOWN_CLIENT;
        }
        LOG.warn("A thread died, and is replaced. What it had not committed is counted again from the topics", cause);
        try {
            Thread.sleep(PAUSE_BEFORE_REPLACEMENT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return REPLACE_THREAD;
    }

    private Health live() {
        State state = streams.state();
        return new Health(state.isRunningOrRebalancing() || state == State.CREATED, state.name());
    }

    private Health ready() {
        String state = state();
        return new Health(state.equals(READY), state, problem(state));
    }

    /** The first of what it waits for; else the state of Kafka Streams. */
    private String state() {
        State state = streams.state();
        if (state.isRunningOrRebalancing() && !cluster.isAnswered()) {
            return "WAITING_FOR_BROKER";
        }
        if (state.isRunningOrRebalancing() && !cluster.missingTopics().isEmpty()) {
            return MISSING_TOPICS;
        }
        if (metrics.isWaitingForRegistry()) {
            return WAITING_FOR_REGISTRY;
        }
        return predecessor
                .filter(followed ->
                        state == State.RUNNING && !followed.succession().isOurTurn())
                .map(Predecessor::stage)
                .orElse(state.name());
    }

    private @Nullable String problem(String state) {
        return switch (state) {
            case MISSING_TOPICS -> MissingTopics.message(cluster.missingTopics(), applicationId);
            case WAITING_FOR_REGISTRY -> metrics.registryProblem();
            default -> null;
        };
    }
}
