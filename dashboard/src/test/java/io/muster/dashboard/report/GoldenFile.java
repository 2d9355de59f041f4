package io.muster.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that was read and found good. What is printed now is left in target/golden, to be read before it becomes the next one. */
public final class GoldenFile {

    private static final Path GOOD = Path.of("src/test/resources/io/muster/dashboard");
    private static final Path NOW = Path.of("target/golden");

    private GoldenFile() {}

    static void assertSame(String name, String text) throws IOException {
        assertSame("report", name, text);
    }

    public static void assertSame(String room, String name, String text) throws IOException {
        Files.createDirectories(NOW);
        Files.writeString(NOW.resolve(name), text);
        Path good = GOOD.resolve(room).resolve(name);
        assertThat(text).as("%s", good).isEqualTo(Files.exists(good) ? Files.readString(good) : "");
    }
}
