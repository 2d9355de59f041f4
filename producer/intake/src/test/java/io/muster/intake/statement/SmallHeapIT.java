package io.muster.intake.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads large files in a process with a small heap. */
final class SmallHeapIT {

    @TempDir
    private Path directory;

    @Test
    void shouldReadAMillionLinesOfCsv() throws IOException, InterruptedException {
        Path file = directory.resolve("million.csv");
        MillionLines.writeCsv(file, 1_000_000);

        assertThat(readWith("-Xmx32m", file)).isEqualTo("1000000");
    }

    @Test
    void shouldReadALargeWorkbookWithInlineTexts() throws IOException, InterruptedException {
        Path file = directory.resolve("large.xlsx");
        MillionLines.writeXlsx(file, 100_000, false);

        assertThat(readWith("-Xmx32m", file)).isEqualTo("100000");
    }

    private static String readWith(String heap, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionLines.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }
}
