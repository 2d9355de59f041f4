package io.muster.streams.runtime;

import static io.muster.streams.config.SettingsBuilder.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.streams.config.SettingsBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Covers the checks that need no broker. */
class StartCheckTest {

    @Test
    void shouldWarnAboutAnUnsafeTransactionVersion() {
        assertThat(StartCheck.transactionWarning((short) 2)).isEmpty();
        assertThat(StartCheck.transactionWarning((short) 1))
                .hasValueSatisfying(warning -> assertThat(warning)
                        .startsWith("The brokers have transaction.version 1: ")
                        .endsWith("upgrade --feature transaction.version=2"));
    }

    @Test
    void shouldReportABrokerThatDoesNotAnswer() throws IOException {
        String unreachable = "localhost:" + freePort();

        assertRejected(settings().bootstrapServers(unreachable).startTimeout(Duration.ofMillis(300)))
                .hasMessageStartingWith("The broker at " + unreachable + " did not answer: ")
                .hasMessageEndingWith("Is it running, and is --bootstrap-servers right?");
    }

    @Test
    void shouldReportAnInvalidAddress() {
        assertRejected(settings().bootstrapServers("somewhere"))
                .hasMessageContaining("The settings for the broker at somewhere cannot be used: ")
                .hasMessageContaining("bootstrap.servers")
                .hasMessageEndingWith("Check --bootstrap-servers and --kafka-config");
    }

    @Test
    void shouldReportAnInvalidKafkaSetting() {
        assertRejected(settings().bootstrapServers("localhost:1").kafka(Map.of("security.protocol", "PIGEON")))
                .hasMessageContaining("PIGEON")
                .hasMessageEndingWith("Check --bootstrap-servers and --kafka-config");
    }

    private static AbstractThrowableAssert<?, ?> assertRejected(SettingsBuilder settings) {
        return assertThatThrownBy(() -> new StartCheck(settings.build()).check())
                .isInstanceOf(StartException.class);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
