package io.muster.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.muster.cli.Console;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Validates receiver settings and sends samples. Needs no broker. */
class NotifierCommandTest {

    private static final String[] HOOK = {"type=webhook", "url=http://127.0.0.1:9/"};
    private static final String[] MAIL = {
        "type=smtp", "host=mail.example.org", "from=muster@example.org", "to=a@example.org, B <b@example.org>"
    };

    @TempDir
    private Path folder;

    private final Console console = new Console();

    @Test
    void shouldPrintASampleMarkedAsATest() throws IOException {
        Console.Result result = test("type=log", "language=en", "quiet-hours=21:00-07:00", "repeat=never");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("office FIRING", "TEST, nothing has happened", "118 of 285")
                .contains("office accepted the sample.");
    }

    @Test
    void shouldSendASampleWithTheTokenFromAFile() throws IOException {
        List<String> seen = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
            seen.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            Path token = Files.writeString(folder.resolve("token"), "t0ken\n");

            Console.Result result = test(
                    "type=webhook",
                    "url=http://127.0.0.1:" + server.getAddress().getPort(),
                    "token-file=" + token);

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(seen.get(0)).isEqualTo("Bearer t0ken");
            assertThat(seen.get(1)).contains("EnrollmentTest", "TIN THỬ");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void shouldReportWhyASampleWasNotAccepted() throws IOException {
        Console.Result result = test(HOOK);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("office did not accept the sample", "http://127.0.0.1:9/");
    }

    @Test
    void shouldListTheConfiguredReceiversIfTheNameIsUnknown() throws IOException {
        Console.Result result = console.run("notifier", "--config", settings("type=log"), "--test", "ofice");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("there is no receiver ofice; configured receivers are office");
    }

    @Test
    void shouldExplainHowToConfigureReceivers() {
        Console.Result result = console.run("notifier");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("no receivers are configured", "--config", "docs/notifier.md");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                token=abc;             receiver.office.token is not allowed
                password=abc;          receiver.office.password is not allowed
                token-env=NOWHERE;     receiver.office.token-env names NOWHERE, but this variable is not set
                token-file=/nowhere/t; receiver.office.token-file names /nowhere/t, which cannot be read
                user=me;               receiver.office.password-file or password-env is missing
                url=http://me:pw@h/;   receiver.office.url contains a password
                url=ftp://h/;          receiver.office.url is 'ftp://h/'
                language=fr;           receiver.office.language is 'fr', but must be one of vi, en
                rules=BEHIND,LATE;     receiver.office.rules is 'LATE', but must be one of behind, silent, completed
                quiet-hours=21-7;      receiver.office.quiet-hours is '21-7', but must have the form 21:00-07:00
                quiet-hours=25:00-07:00; receiver.office.quiet-hours is '25:00-07:00'
                repeat=often;          receiver.office.repeat is invalid: 'often' is not a duration
                group-wait=0s;         receiver.office.group-wait must be longer than 0
                resend=1m;             receiver.office.resend is unknown for a receiver of type webhook
                colour=red;            receiver.office.colour is unknown for a receiver of type webhook
                """)
    void shouldRejectAnInvalidSettingAndNameItsKey(String setting, String message) throws IOException {
        Console.Result result =
                test(Stream.concat(Stream.of(HOOK), Stream.of(setting)).toArray(String[]::new));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("muster.properties: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                port=0;            receiver.office.port is '0'
                security=ssl;      receiver.office.security is 'ssl', but must be one of none, starttls, tls
                to=office;         receiver.office.to is 'office', which is not a mail address
                from=;             receiver.office.from is missing
                """)
    void shouldRejectAnInvalidMailSetting(String setting, String message) throws IOException {
        Console.Result result =
                test(Stream.concat(Stream.of(MAIL), Stream.of(setting)).toArray(String[]::new));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("muster.properties: " + message);
    }

    @Test
    void shouldRejectSettingsThatAlertmanagerHandlesItself() throws IOException {
        Console.Result result = test("type=alertmanager", "url=http://127.0.0.1:9", "repeat=1h");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("receiver.office.repeat is unknown for a receiver of type alertmanager");
    }

    @Test
    void shouldNotPrintASecret() throws IOException {
        assertThat(test("type=webhook", "url=http://127.0.0.1:9/", "token=abcdef")
                        .err())
                .doesNotContain("abcdef");
        assertThat(test("type=webhook", "url=http://me:abcdef@127.0.0.1:9/").err())
                .doesNotContain("abcdef");
    }

    private Console.Result test(String... settings) throws IOException {
        return console.run("notifier", "--config", settings(settings), "--test", "office");
    }

    private String settings(String... settings) throws IOException {
        return Files.write(
                        folder.resolve("muster.properties"),
                        Stream.of(settings)
                                .map(setting -> "receiver.office." + setting)
                                .toList())
                .toString();
    }
}
