package io.muster.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.http.loop.Loops;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that request large responses and never read them. */
class UnreadResponsesTest {

    /** More clients than the server has threads. */
    private static final int MANY = 60;

    /** A response that exceeds the buffers of a connection. */
    private static final byte[] LONG = new byte[32 << 20];

    private final List<Socket> deaf = new ArrayList<>();
    private final HttpServer server = new HttpServer(
            "test",
            new ServerSettings(Optional.of("127.0.0.1"), 0, Optional.empty(), 1_000, Duration.ofSeconds(1)),
            Duration.ofMinutes(5),
            config -> {
                Health well = new Health(true, "READY");
                Probes.add(
                        config,
                        new Loops(),
                        () -> well,
                        () -> well,
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
                config.routes.get("/long", context -> context.result(LONG));
            });

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : deaf) {
            socket.close();
        }
        server.close();
    }

    @Test
    void shouldNotBlockProbes() throws Exception {
        for (int i = 0; i < MANY; i++) {
            ask("/long");
        }

        for (String probe : Probes.OPEN) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + probe))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .as(probe)
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldAnswerOtherClientsAfterTheyDisconnect() throws Exception {
        for (int i = 0; i < MANY; i++) {
            ask("/long");
        }
        Socket patient = ask("/metrics");

        for (Socket socket : deaf) {
            if (socket != patient) {
                socket.close();
            }
        }

        assertThat(new String(patient.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200 OK");
    }

    private Socket ask(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        deaf.add(socket);
        return socket;
    }
}
