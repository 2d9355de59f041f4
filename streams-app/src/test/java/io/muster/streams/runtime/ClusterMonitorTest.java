package io.muster.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.muster.http.loop.Loops;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

class ClusterMonitorTest {

    @Test
    void shouldDetectThatNoBrokerAnswers() throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (ClusterMonitor monitor = new ClusterMonitor(
                unreachable(),
                "muster",
                1,
                new ConsumerProgress(ConsumerProgressTest.NO_READER),
                meters,
                new Loops(),
                topics -> {})) {
            monitor.start();
            assertThat(monitor.isReachable()).isTrue();

            await().atMost(Duration.ofMinutes(1)).until(() -> !monitor.isReachable());

            assertThat(meters.get("muster.brokers").gauge().value()).isZero();
        }
    }

    @Test
    void shouldCountInstancesNotThreads() {
        assertThat(ClusterMonitor.instances(Stream.of("c0ffee-1-1", "c0ffee-1-2", "c0ffee-2-1", "beef-10-1")))
                .isEqualTo(3);
    }

    private static Admin unreachable() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Admin.create(
                    Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:" + socket.getLocalPort()));
        }
    }
}
