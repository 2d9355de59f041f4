package io.muster.sandbox;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * Lets the controller fence a killed broker before the broker restarts. Until its session times out, the controller
 * treats the killed broker as the leader of all partitions.
 *
 * <p>A broker that restarts at once is treated as the killed one. It completes prepared transactions, and is then told
 * that no partition has a leader. Kafka treats those partitions as deleted (KAFKA-20734, in 4.3.1 and 4.4.0), and
 * consumers never get past such a transaction. Therefore the controller first runs alone until it has fenced the
 * killed broker.
 */
final class FormerBroker {

    private static final String STOPPED_CLEANLY = ".kafka_cleanshutdown";
    private static final Duration SESSION = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private FormerBroker() {}

    /** Runs the controller until it has fenced the former broker. Does nothing if that broker was stopped cleanly. */
    static void fence(BrokerSettings settings) throws JMException, InterruptedException {
        if (Files.exists(settings.directory().resolve(STOPPED_CLEANLY))) {
            return;
        }
        Map<String, String> ofController = new HashMap<>(settings.ofController());
        ofController.put("broker.session.timeout.ms", Long.toString(SESSION.toMillis()));
        ofController.put("broker.heartbeat.interval.ms", Long.toString(SESSION.toMillis() / 2));
        KafkaRaftServer controller = new KafkaRaftServer(new KafkaConfig(ofController, false), Time.SYSTEM);
        controller.startup();
        try {
            awaitFenced();
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    /** Returns at the time limit too: the controller does not know a broker that was killed before it registered. */
    private static void awaitFenced() throws JMException, InterruptedException {
        ObjectName fenced = new ObjectName("kafka.controller:type=KafkaController,name=FencedBrokerCount");
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() - deadline < 0
                && !Integer.valueOf(1)
                        .equals(ManagementFactory.getPlatformMBeanServer().getAttribute(fenced, "Value"))) {
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
