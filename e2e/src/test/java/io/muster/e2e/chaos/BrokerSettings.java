package io.muster.e2e.chaos;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Addresses and settings of brokers that are also controllers. Restarts keep the ports. */
final class BrokerSettings {

    private static final String HOST = "127.0.0.1";

    private final Path folder;
    private final List<Ports> ports;

    /**
     * The addresses of a broker.
     *
     * @param direct for tools and senders
     * @param proxied where the proxy listens for clients
     * @param behindProxy for the proxy
     */
    record Ports(int direct, int controller, int proxied, int behindProxy) {}

    /** @param folder directory for the data, settings and logs of all brokers */
    BrokerSettings(Path folder, int brokers) {
        this.folder = folder;
        List<Integer> free = freePorts(4 * brokers);
        this.ports = IntStream.range(0, brokers)
                .map(broker -> 4 * broker)
                .mapToObj(i -> new Ports(free.get(i), free.get(i + 1), free.get(i + 2), free.get(i + 3)))
                .toList();
    }

    List<Ports> ports() {
        return ports;
    }

    /** The data directory of a broker. */
    Path data(int broker) {
        return folder.resolve("broker-" + (broker + 1));
    }

    String directAddress(int broker) {
        return HOST + ":" + ports.get(broker).direct();
    }

    String proxiedAddress(int broker) {
        return HOST + ":" + ports.get(broker).proxied();
    }

    /** Writes the settings of a broker to a file. */
    Path write(int broker) throws IOException {
        Ports its = ports.get(broker);
        String direct = "PLAINTEXT://" + directAddress(broker);
        String voters = IntStream.range(0, ports.size())
                .mapToObj(
                        node -> (node + 1) + "@" + HOST + ":" + ports.get(node).controller())
                .collect(Collectors.joining(","));
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                broker + 1 + "",
                "controller.quorum.voters",
                voters,
                "listeners",
                direct + ",PROXIED://" + HOST + ":" + its.behindProxy() + ",CONTROLLER://" + HOST + ":"
                        + its.controller(),
                "advertised.listeners",
                direct + ",PROXIED://" + proxiedAddress(broker),
                "controller.listener.names",
                "CONTROLLER",
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT",
                "log.dirs",
                data(broker).toString(),
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
                // detects a killed broker early; with the default a run takes hours
                "broker.session.timeout.ms", "4000"));
        settings.put("replica.lag.time.max.ms", "5000");
        Path file = folder.resolve("broker-" + (broker + 1) + ".properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        return file;
    }

    /** Distinct free ports. */
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
}
