package io.muster.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several requests over one connection are authenticated independently. */
class KeptConnectionTest {

    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = RunningGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer ", "X-API-Key: "})
    void shouldRejectTheKeyWithItsCaseFlipped(String header) throws Exception {
        assertThat(statuses(header + gateway.key(), header + otherCase(gateway.key()), header + gateway.key()))
                .containsExactly(202, 401, 202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer ", "X-API-Key: "})
    void shouldAcceptTheKeyAfterAFailedAttempt(String header) throws Exception {
        assertThat(statuses(header + otherCase(gateway.key()), header + gateway.key()))
                .containsExactly(401, 202);
    }

    private static List<Integer> statuses(String... headers) throws IOException {
        try (Socket socket = Sockets.connect(gateway.port())) {
            List<Integer> statuses = new ArrayList<>();
            for (String header : headers) {
                String body = RunningGateway.statement("p1");
                Sockets.write(
                        socket,
                        "POST /v1/enrollments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + header + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
                statuses.add(Integer.parseInt(Sockets.readAnswer(socket).split(" ")[1]));
            }
            return statuses;
        }
    }

    /** The key with the case of its secret flipped; its id stays the same. */
    private static String otherCase(String key) {
        int secret = key.lastIndexOf('_', "mk_000000000000_".length()) + 1;
        StringBuilder other = new StringBuilder(key.substring(0, secret));
        key.chars()
                .skip(secret)
                .forEach(c -> other.appendCodePoint(
                        Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c)));
        return other.toString();
    }
}
