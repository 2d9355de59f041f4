package io.muster.e2e.chaos;

import static org.awaitility.Awaitility.await;

import io.muster.e2e.process.Distribution;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.Uuid;

/** Three Kafka brokers, each broker and controller in a process of its own, started with Kafka's own programs. */
final class Brokers implements AutoCloseable {

    static final int COUNT = 3;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(12);
    private static final int REQUEST_MILLIS = 5_000;
    private static final String HOST = "127.0.0.1";
    private static final Set<TransactionState> ENDED =
            EnumSet.of(TransactionState.EMPTY, TransactionState.COMPLETE_COMMIT, TransactionState.COMPLETE_ABORT);

    private final Path folder;
    private final List<Integer> ports = freePorts(3 * COUNT);
    private final List<ServerProcess> processes = new ArrayList<>();
    private final List<ProtocolProxy> proxies = new ArrayList<>();
    private final EndOfTransactionDelay delay = new EndOfTransactionDelay(LONGEST_DELAY);

    /** @param folder for their data and logs */
    Brokers(Path folder) {
        this.folder = folder;
    }

    /** Makes the directories ready, starts all, and waits until they serve. */
    void start() throws IOException, InterruptedException {
        String clusterId = Uuid.randomUuid().toString();
        for (int i = 0; i < COUNT; i++) {
            proxies.add(new ProtocolProxy(ports.get(2 * COUNT + i), delay));
            Path settings = write(i);
            Path log = folder.resolve("broker-" + (i + 1) + ".log");
            ServerProcess format =
                    program(log, "kafka.tools.StorageTool", "format", "-t", clusterId, "-c", settings + "");
            format.start();
            await().atMost(LIMIT).until(() -> !format.isAlive());
            ServerProcess broker = program(log, "kafka.Kafka", settings + "");
            broker.start();
            processes.add(broker);
        }
        awaitComplete();
    }

    String bootstrapServers() {
        return IntStream.range(0, COUNT).mapToObj(this::address).collect(Collectors.joining(","));
    }

    /** Where clients come to brokers through proxies, always. */
    String proxiedBootstrapServers() {
        return proxies.stream().map(proxy -> HOST + ":" + proxy.port()).collect(Collectors.joining(","));
    }

    /** What the proxies do with requests that end a transaction. */
    EndOfTransactionDelay delay() {
        return delay;
    }

    private String address(int broker) {
        return HOST + ":" + ports.get(broker);
    }

    /** The broker, from 0, that leads the controllers at the moment. */
    int controller() throws ExecutionException, InterruptedException {
        try (Admin admin = admin(bootstrapServers())) {
            return admin.describeMetadataQuorum().quorumInfo().get().leaderId() - 1;
        }
    }

    void kill(int broker) throws InterruptedException {
        processes.get(broker).kill();
    }

    /** Lets one stand still, as on a machine that is suspended, until {@link #resume}. */
    void suspend(int broker) throws IOException, InterruptedException {
        processes.get(broker).signal("STOP");
    }

    void resume(int broker) throws IOException, InterruptedException {
        processes.get(broker).signal("CONT");
    }

    /** Starts one that was killed, and waits until it serves: the others may not yet have noticed that it was gone. */
    void startAgain(int broker) throws IOException {
        processes.get(broker).start();
        await().alias("broker " + (broker + 1) + " serves; see " + folder)
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> serves(broker));
    }

    private boolean serves(int broker) throws ExecutionException, InterruptedException {
        try (Admin admin = admin(address(broker))) {
            return admin.describeCluster().nodes().get().size() == COUNT;
        }
    }

    /** Waits until all brokers serve, and every partition has all its replicas. */
    void awaitComplete() {
        await().alias("all brokers serve, and all replicas are in sync; see " + folder)
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

    /** Waits until no transaction is open: those of instances that never came back end when their time is over. */
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

    /** The data of one of them. */
    Path data(int broker) {
        return folder.resolve("broker-" + (broker + 1));
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

    private Path write(int i) throws IOException {
        Properties settings = new Properties();
        String voters = IntStream.range(0, COUNT)
                .mapToObj(node -> (node + 1) + "@" + HOST + ":" + ports.get(COUNT + node))
                .collect(Collectors.joining(","));
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                i + 1 + "",
                "controller.quorum.voters",
                voters,
                "listeners",
                listeners(i, ports.get(2 * COUNT + i)) + ",CONTROLLER://" + HOST + ":" + ports.get(COUNT + i),
                "advertised.listeners",
                listeners(i, proxies.get(i).port()),
                "controller.listener.names",
                "CONTROLLER",
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT",
                "log.dirs",
                data(i).toString(),
                "auto.create.topics.enable",
                "false"));
        settings.putAll(Map.of(
                "default.replication.factor", "3",
                "min.insync.replicas", "2",
                "offsets.topic.replication.factor", "3",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "3",
                "transaction.state.log.min.isr", "2",
                "transaction.state.log.num.partitions", "4",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "4194304",
                // a killed broker must be noticed soon, or a run takes hours
                "broker.session.timeout.ms", "4000"));
        settings.put("replica.lag.time.max.ms", "5000");
        Path file = folder.resolve("broker-" + (i + 1) + ".properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        return file;
    }

    private String listeners(int i, int proxied) {
        return "PLAINTEXT://" + address(i) + ",PROXIED://" + HOST + ":" + proxied;
    }

    private static ServerProcess program(Path log, String... mainAndArguments) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-Xmx256m", "-cp", Distribution.home().resolve("lib") + "/*"));
        arguments.addAll(List.of(mainAndArguments));
        return new ServerProcess(arguments, Map.of(), log);
    }

    /** Ports that are free, and stay the same over the lives of a broker. */
    static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new IllegalStateException("no free ports", e);
        }
    }

    @Override
    public void close() {
        processes.forEach(ServerProcess::close);
        proxies.forEach(ProtocolProxy::close);
    }
}
