package io.muster.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.muster.board.RecordedBoard;
import io.muster.dashboard.access.Access;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several requests over one connection: each one is authenticated on its own. */
class KeptConnectionTest {

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final RunningDashboard dashboard = new RunningDashboard(
            RecordedBoard.withSomePeople(),
            new Access(
                    Map.of("an", BCrypt.withDefaults().hashToString(4, "secret".toCharArray())),
                    Set.of("Token-1"),
                    Set.of()),
            Set.of(),
            10);

    @AfterEach
    void stop() {
        dashboard.close();
    }

    /** Correct credentials, and the same in another case. */
    static List<List<String>> credentials() {
        return List.of(
                List.of("Bearer Token-1", "Bearer tOKEN-1"),
                // in Base64, another case encodes another password
                List.of(basic("an:secret"), basic("an:secret").replace("Basic YW46", "Basic yw46")));
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void shouldRejectCredentialsInAnotherCase(List<String> credentials) throws Exception {
        assertThat(statuses(credentials.get(0), credentials.get(1), credentials.get(0)))
                .containsExactly(200, 401, 200);
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void shouldAdmitCorrectCredentialsAfterRejectedOnes(List<String> credentials) throws Exception {
        assertThat(statuses(credentials.get(1), credentials.get(0))).containsExactly(401, 200);
    }

    private List<Integer> statuses(String... authorizations) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), dashboard.port())) {
            socket.setSoTimeout(60_000);
            List<Integer> statuses = new ArrayList<>();
            for (String authorization : authorizations) {
                String request = "GET /api/campaigns HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + authorization;
                socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                statuses.add(status(socket.getInputStream()));
            }
            return statuses;
        }
    }

    private static int status(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        Matcher length = CONTENT_LENGTH.matcher(head);
        assertThat(length.find()).as(head.toString()).isTrue();
        in.skipNBytes(Integer.parseInt(length.group(1)));
        return Integer.parseInt(head.toString().split(" ")[1]);
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
