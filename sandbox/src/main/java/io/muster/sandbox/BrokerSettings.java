package io.muster.sandbox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings of a single-node KRaft cluster, broker and controller in one.
 *
 * @param port the port for clients
 * @param controllerPort the internal port; may change between starts, because the quorum is static
 * @param directory the data directory
 */
record BrokerSettings(int port, int controllerPort, Path directory) {

    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String BROKER_LISTENER = "PLAINTEXT";
    private static final String ROLES = "process.roles";
    private static final String LISTENERS = "listeners";
    private static final String NODE_ID = "1";
    private static final String INTERNAL_PARTITIONS = "4";
    private static final String CLEANER_BUFFER_BYTES = "4194304";

    String address() {
        return Ports.HOST + ":" + port;
    }

    int nodeId() {
        return Integer.parseInt(NODE_ID);
    }

    /** Settings of the node: broker and controller. */
    Map<String, String> toMap() {
        Map<String, String> settings = new HashMap<>(common());
        settings.putAll(Map.ofEntries(
                Map.entry(ROLES, "broker,controller"),
                Map.entry(LISTENERS, listener() + "," + controllerListener()),
                Map.entry("advertised.listeners", listener()),
                Map.entry("inter.broker.listener.name", BROKER_LISTENER),
                // an early consumer must not create a topic with the wrong settings
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", INTERNAL_PARTITIONS),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", INTERNAL_PARTITIONS),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                // no wait for further group members, and little memory: this runs on a workstation
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", CLEANER_BUFFER_BYTES)));
        return settings;
    }

    /** Settings of the controller alone. */
    Map<String, String> ofController() {
        Map<String, String> settings = new HashMap<>(common());
        settings.put(ROLES, "controller");
        settings.put(LISTENERS, controllerListener());
        return settings;
    }

    private Map<String, String> common() {
        return Map.of(
                "node.id",
                NODE_ID,
                "controller.quorum.voters",
                NODE_ID + "@" + controllerAddress(),
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
                "log.dirs",
                directory.toString());
    }

    private String listener() {
        return BROKER_LISTENER + "://" + address();
    }

    private String controllerListener() {
        return CONTROLLER_LISTENER + "://" + controllerAddress();
    }

    private String controllerAddress() {
        return Ports.HOST + ":" + controllerPort;
    }
}
