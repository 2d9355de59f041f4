package io.muster.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.cli.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayCommandTest {

    @TempDir
    private Path folder;

    private final Console console = new Console();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tls-cert=a | --tls-cert and --tls-key go together; give both or neither",
                "--tls-cert=a --tls-key=b --tls-pkcs12=c | keep one of them",
                "--tls-pkcs12=c | needs --tls-password-file, or MUSTER_TLS_PASSWORD",
                "--max-body=0 | limits must be at least 1",
                "--max-body=2147483647 | must fit two bodies",
                "--max-records=20000 | only 10000 may be unacknowledged",
                "--timeout=0s | --timeout must be from 1s",
                "--participant-key=none | does not exist"
            })
    void shouldReportInvalidOptions(String options, String problem) {
        Console.Result result = console.run(("gateway " + options.strip()).split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(problem);
    }

    @Test
    void shouldReportAnInvalidKeysFile() throws Exception {
        Path keys = Files.writeString(folder.resolve("keys.json"), "nonsense");

        Console.Result result = console.run("gateway", "--keys=" + keys);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("the keys file " + keys + " is not JSON");
    }

    @Test
    void shouldReportAnUnreachableBroker() {
        Console.Result result = console.run(
                "gateway",
                "--keys=" + folder.resolve("keys.json"),
                "--bootstrap-servers=127.0.0.1:1",
                "--timeout=1s",
                "--start-timeout=1s");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("127.0.0.1:1 did not answer");
    }
}
