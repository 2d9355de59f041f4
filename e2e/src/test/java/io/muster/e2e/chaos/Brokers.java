package io.muster.e2e.chaos;

import static org.awaitility.Awaitility.await;

import io.muster.e2e.process.Distribution;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.Uuid;

/** Three Kafka brokers, each also a controller, in separate processes, started with Kafka's own programs. */
final class Brokers implements AutoCloseable {

    static final int COUNT = 3;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(12);
    private static final int REQUEST_MILLIS = 5_000;
    private static final Set<TransactionState> ENDED =
            EnumSet.of(TransactionState.EMPTY, TransactionState.COMPLETE_COMMIT, TransactionState.COMPLETE_ABORT);

    private final Path folder;
    private final BrokerSettings settings;
    private final List<ServerProcess> processes = new ArrayList<>();
    private final List<ProtocolProxy> proxies = new ArrayList<>();
    private final EndOfTransactionDelay delay = new EndOfTransactionDelay(LONGEST_DELAY);

    /** @param folder directory for their data and logs */
    Brokers(Path folder) {
        this.folder = folder;
        this.settings = new BrokerSettings(folder, COUNT);
    }

    /** Formats the directories, starts all brokers and waits until they are ready. */
    void start() throws IOException, InterruptedException {
        String clusterId = Uuid.randomUuid().toString();
        for (int i = 0; i < COUNT; i++) {
            var ports = settings.ports().get(i);
            proxies.add(new ProtocolProxy(ports.proxied(), ports.behindProxy(), delay));
            String file = settings.write(i).toString();
            Path log = folder.resolve("broker-" + (i + 1) + ".log");
            ServerProcess format = program(log, format(clusterId, file));
            format.start();
            await().atMost(LIMIT).until(() -> !format.isAlive());
            ServerProcess broker = program(log, "kafka.Kafka", file);
            broker.start();
            processes.add(broker);
        }
        awaitComplete();
    }

    String bootstrapServers() {
        return IntStream.range(0, COUNT).mapToObj(settings::directAddress).collect(Collectors.joining(","));
    }

    /** The bootstrap servers behind proxies, the same over all restarts. */
    String proxiedBootstrapServers() {
        return IntStream.range(0, COUNT).mapToObj(settings::proxiedAddress).collect(Collectors.joining(","));
    }

    /** How the proxies delay requests that end a transaction. */
    EndOfTransactionDelay delay() {
        return delay;
    }

    /** Index of the broker that is the active controller. */
    int controller() throws ExecutionException, InterruptedException {
        try (Admin admin = admin(bootstrapServers())) {
            return admin.describeMetadataQuorum().quorumInfo().get().leaderId() - 1;
        }
    }

    void kill(int broker) throws InterruptedException {
        processes.get(broker).kill();
    }

    /** Suspends a broker until {@link #resume}. */
    void suspend(int broker) throws IOException, InterruptedException {
        processes.get(broker).signal("STOP");
    }

    void resume(int broker) throws IOException, InterruptedException {
        processes.get(broker).signal("CONT");
    }

    /** Restarts a killed broker and waits until it is ready. The others may not have noticed the kill. */
    void startAgain(int broker) throws IOException {
        processes.get(broker).start();
        await().alias("broker " + (broker + 1) + " is ready; see " + folder)
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> serves(broker));
    }

    private boolean serves(int broker) throws ExecutionException, InterruptedException {
        try (Admin admin = admin(settings.directAddress(broker))) {
            return admin.describeCluster().nodes().get().size() == COUNT;
        }
    }

    /** Waits until all brokers are ready and all replicas are in sync. */
    void awaitComplete() {
        await().alias("all brokers are ready and all replicas in sync; see " + folder)
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(this::isComplete);
    }

    private boolean isComplete() throws ExecutionException, InterruptedException {
        try (Admin admin = admin(bootstrapServers())) {
            if (admin.describeCluster().nodes().get().size() < COUNT) {
                return false;
            }
            Map<String, TopicDescription> topics = admin.describeTopics(
                            admin.listTopics(new ListTopicsOptions().listInternal(true))
                                    .names()
                                    .get())
                    .allTopicNames()
                    .get();
            return topics.values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition ->
                            partition.isr().size() == partition.replicas().size());
        }
    }

    /** Waits until no transaction is open. Those of dead instances end by timeout. */
    void awaitTransactionsEnded() {
        await().alias("all transactions have ended; see " + folder)
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> {
                    try (Admin admin = admin(bootstrapServers())) {
                        return admin.listTransactions().all().get().stream()
                                .allMatch(transaction -> ENDED.contains(transaction.state()));
                    }
                });
    }

    /** The data directory of a broker. */
    Path data(int broker) {
        return settings.data(broker);
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                REQUEST_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                REQUEST_MILLIS));
    }

    private static String[] format(String clusterId, String file) {
        Stream<String> format = Stream.of("kafka.tools.StorageTool", "format", "-t", clusterId, "-c", file);
        String version = System.getProperty("chaos.transaction.version");
        return (version == null
                        ? format
                        : Stream.concat(format, Stream.of("--feature", "transaction.version=" + version)))
                .toArray(String[]::new);
    }

    private static ServerProcess program(Path log, String... mainAndArguments) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-Xmx256m", "-cp", Distribution.classPath()));
        arguments.addAll(List.of(mainAndArguments));
        return new ServerProcess(arguments, Map.of(), log);
    }

    @Override
    public void close() {
        processes.forEach(ServerProcess::close);
        proxies.forEach(ProtocolProxy::close);
    }
}
