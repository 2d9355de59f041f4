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

class ClusterWatchTest {

    @Test
    void shouldSeeThatNoBrokerAnswers() throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (ClusterWatch watch = new ClusterWatch(
                nobody(),
                "muster",
                1,
                new ConsumerProgress(ConsumerProgressTest.NOBODY),
                meters,
                new Loops(),
                topics -> {})) {
            watch.start();
            assertThat(watch.isAnswered()).isTrue();

            await().atMost(Duration.ofMinutes(1)).until(() -> !watch.isAnswered());

            assertThat(meters.get("muster.brokers").gauge().value()).isZero();
        }
    }

    @Test
    void shouldCountInstancesNotThreads() {
        assertThat(ClusterWatch.instances(Stream.of("c0ffee-1-1", "c0ffee-1-2", "c0ffee-2-1", "beef-10-1")))
                .isEqualTo(3);
    }

    private static Admin nobody() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Admin.create(
                    Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:" + socket.getLocalPort()));
        }
    }
}
