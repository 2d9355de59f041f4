package io.muster.cli.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings of one node of a small KRaft cluster on this machine, each node broker and controller in one.
 *
 * @param node whose settings these are
 * @param cluster all nodes, this one included
 */
record BrokerSettings(Node node, List<Node> cluster) {

    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String BROKER_LISTENER = "PLAINTEXT";
    private static final int MAX_REPLICAS = 3;
    private static final String INTERNAL_PARTITIONS = "4";
    private static final String CLEANER_BUFFER_BYTES = "4194304";

    /**
     * One node.
     *
     * @param id from 1
     * @param brokerPort for clients
     * @param controllerPort for the other nodes; may change between starts, for the quorum is static
     * @param directory for its data
     */
    record Node(int id, int brokerPort, int controllerPort, Path directory) {

        String address() {
            return Ports.HOST + ":" + brokerPort;
        }

        private String controllerAddress() {
            return Ports.HOST + ":" + controllerPort;
        }

        private String voter() {
            return id + "@" + controllerAddress();
        }
    }

    Map<String, String> toMap() {
        int most = Math.min(cluster.size(), MAX_REPLICAS);
        String replicas = Integer.toString(most);
        String inSync = Integer.toString(Math.max(1, most - 1));
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(node.id())),
                Map.entry(
                        "controller.quorum.voters",
                        cluster.stream().map(Node::voter).collect(Collectors.joining(","))),
                Map.entry("listeners", listener() + "," + CONTROLLER_LISTENER + "://" + node.controllerAddress()),
                Map.entry("advertised.listeners", listener()),
                Map.entry("controller.listener.names", CONTROLLER_LISTENER),
                Map.entry("inter.broker.listener.name", BROKER_LISTENER),
                Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                Map.entry("log.dirs", node.directory().toString()),
                // a consumer that asks too early must not make a topic with the wrong settings
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", replicas),
                Map.entry("min.insync.replicas", inSync),
                Map.entry("offsets.topic.replication.factor", replicas),
                Map.entry("offsets.topic.num.partitions", INTERNAL_PARTITIONS),
                Map.entry("transaction.state.log.replication.factor", replicas),
                Map.entry("transaction.state.log.min.isr", inSync),
                Map.entry("transaction.state.log.num.partitions", INTERNAL_PARTITIONS),
                Map.entry("share.coordinator.state.topic.replication.factor", replicas),
                Map.entry("share.coordinator.state.topic.min.isr", inSync),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                // nobody else is expected to join, and the memory is the user's
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", CLEANER_BUFFER_BYTES));
    }

    private String listener() {
        return BROKER_LISTENER + "://" + node.address();
    }
}
