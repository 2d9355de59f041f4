package io.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRunnerTest {

    private final Console console = new Console();

    @Test
    void shouldPrintTheUsageAndReturn2WithoutACommand() {
        Console.Result result = console.run();
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("Usage: muster", "topics");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void shouldPrintHelpForEachCommand() {
        assertThat(console.run("--help").out()).contains("Usage: muster");
        Console.Result help = console.run("topics", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: muster topics", "--bootstrap-servers");
    }

    @Test
    void shouldPrintItsVersion() {
        assertThat(console.run("--version").out()).matches("muster \\d+\\.\\d+\\.\\d+.*\\R");
    }

    @Test
    void shouldSuggestACommandAndReturn2WhenTheNameIsMistyped() {
        Console.Result result = console.run("topcs");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("'topcs'", "muster topics", "--help");
    }

    @Test
    void shouldNameTheVariableThatHoldsAnInvalidValue() {
        Console.Result result = console.with("MUSTER_PARTITIONS", "many").run("topics");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--partitions", "'many'", "(from MUSTER_PARTITIONS)");
    }

    @Test
    void shouldRejectAConfigFileThatCannotBeRead() {
        Console.Result result = console.run("topics", "--config", "/nowhere/muster.properties");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("/nowhere/muster.properties", "cannot be read");
    }

    @Test
    void shouldRejectAnUnknownKeyInTheConfigFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("muster.properties"), "partitons=4\n");
        Console.Result result = console.with("MUSTER_CONFIG", file.toString()).run("topics");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(file.toString(), "--partitons");
    }

    @Test
    void shouldReportAnUnavailableBrokerInOneLine() {
        Console.Result result = console.run("topics", "--bootstrap-servers", "127.0.0.1:1", "--timeout", "500ms");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).hasLineCount(1).contains("127.0.0.1:1", "--bootstrap-servers");
    }

    @Test
    void shouldPrintTheStackTraceWithVerbose() {
        Console.Result result =
                console.run("topics", "--bootstrap-servers", "127.0.0.1:1", "--timeout", "500ms", "--verbose");
        assertThat(result.err()).contains("\tat io.muster.cli");
    }
}
