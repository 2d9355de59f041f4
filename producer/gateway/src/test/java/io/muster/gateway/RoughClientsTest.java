package io.muster.gateway;

import static io.muster.gateway.RunningGateway.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that are slow, disconnect, send endlessly, or do not speak HTTP. */
class RoughClientsTest {

    private static final int MANY = 300;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = RunningGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void shouldTimeOutSlowBodiesWhileServingOtherRequests() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                Socket socket = Sockets.connect(gateway.port());
                Sockets.write(socket, head("Content-Length: 1000") + "{");
                slow.add(socket);
            }

            HttpResponse<String> answer =
                    gateway.send(gateway.post(gateway.key(), "application/json", statement("meanwhile")));

            assertThat(answer.statusCode()).isEqualTo(202);
            for (Socket socket : slow) {
                assertThat(Sockets.readToEnd(socket))
                        .startsWith("HTTP/1.1 408 ")
                        .contains("application/problem+json", "did not arrive within 2 s");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void shouldRejectAnEndlessChunkedBody() throws Exception {
        try (Socket socket = Sockets.connect(gateway.port())) {
            Sockets.write(socket, head("Transfer-Encoding: chunked"));
            assertThat(sendEndlessly(socket, "1000\r\n" + " ".repeat(4096) + "\r\n"))
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void shouldRejectABodyOfAHundredMegabytes() throws Exception {
        try (Socket socket = Sockets.connect(gateway.port())) {
            Sockets.write(socket, head("Content-Length: 104857600"));
            assertThat(sendEndlessly(socket, " ".repeat(4096))).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void shouldLetAClientFinishSendingAndReadTheResponse() throws Exception {
        try (Socket socket = Sockets.connect(gateway.port())) {
            Sockets.write(socket, head("Content-Length: 1000000"));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            for (int i = 0; i < 100; i++) {
                Sockets.write(socket, " ".repeat(10_000));
            }

            assertThat(Sockets.readToEnd(socket))
                    .startsWith("TTP/1.1 413 ")
                    .contains("65536 bytes")
                    .doesNotContain("(reset)");
        }
    }

    @Test
    void shouldDiscardATruncatedBody() throws Exception {
        int before = gateway.topic().size();
        try (Socket socket = Sockets.connect(gateway.port())) {
            Sockets.write(socket, head("Content-Length: 1000") + statement("cut-off") + "\n");
            socket.shutdownOutput();

            assertThat(Sockets.readToEnd(socket)).contains("400");
        }
        assertThat(gateway.topic()).hasSize(before);
    }

    @Test
    void shouldAnswerMalformedHttpWithAProblem() throws Exception {
        try (Socket socket = Sockets.connect(gateway.port())) {
            Sockets.write(socket, "SMTP?\r\n\r\n");

            assertThat(Sockets.readToEnd(socket)).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
        }
    }

    @Test
    void shouldRejectHeadersThatAreTooLong() throws Exception {
        try (Socket socket = Sockets.connect(gateway.port())) {
            Sockets.write(socket, head("X-Long: " + "x".repeat(20_000)));

            assertThat(Sockets.readToEnd(socket)).startsWith("HTTP/1.1 431 ").contains("application/problem+json");
        }
    }

    private static String head(String more) {
        return "POST /v1/enrollments HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + gateway.key()
                + "\r\nContent-Type: application/x-ndjson\r\n" + more + "\r\n\r\n";
    }

    /** A client that reads nothing before it has sent everything. */
    private static String sendEndlessly(Socket socket, String piece) throws IOException {
        try {
            for (int i = 0; i < 25_600; i++) {
                Sockets.write(socket, piece);
            }
        } catch (IOException e) {
            // the gateway has closed its side; the response it sent before must still be readable
        }
        return Sockets.readToEnd(socket);
    }
}
