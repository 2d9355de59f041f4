package io.muster.sandbox;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** One Kafka server in this process: broker and controller in one. */
final class BrokerNode implements AutoCloseable {

    private static final String FORMATTED = "meta.properties";

    private final KafkaRaftServer server;

    private BrokerNode(KafkaRaftServer server) {
        this.server = server;
    }

    /** Starts a server and returns when it accepts connections. */
    static BrokerNode start(BrokerSettings settings) {
        try {
            if (Files.exists(settings.directory().resolve(FORMATTED))) {
                FormerBroker.fence(settings);
            } else {
                format(settings);
            }
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.toMap(), false), Time.SYSTEM);
            server.startup();
            return new BrokerNode(server);
        } catch (Exception e) {
            throw new SandboxException(
                    "the embedded broker cannot start on %s with its data in %s: %s"
                            .formatted(settings.address(), settings.directory(), e.getMessage()),
                    e);
        }
    }

    /** Formats a new directory. It then belongs to one cluster for good. */
    private static void format(BrokerSettings settings) throws Exception {
        String directory = Directories.make(settings.directory()).toString();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(settings.nodeId())
                .setDirectories(List.of(directory))
                // without it, the finalized features are not written, and the broker runs with the oldest ones
                .setMetadataLogDirectory(directory)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .run();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
