package io.muster.client.spool;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusableSpoolTest {

    private static final Instant NOW = Instant.parse("2023-05-12T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void shouldRejectAFileThatIsNotASpool() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "remember the milk ".repeat(100));

        assertProblem(file, "is not a spool; choose another file");
    }

    @Test
    void shouldRejectADatabaseThatIsNotASpool() throws SQLException {
        Path file = folder.resolve("other.db");
        change(file, "CREATE TABLE statement (amount INTEGER)");

        assertProblem(file, "is not a spool; choose another file");
    }

    @Test
    void shouldReportAMissingFolder() {
        assertProblem(
                folder.resolve("nowhere").resolve("spool"),
                "cannot be opened; check that its folder exists and is writable");
    }

    @Test
    void shouldRejectASpoolOfALaterFormat() throws SQLException {
        Path file = folder.resolve("spool");
        Spool.open(file, Spool.LEAST_BYTES).close();
        change(file, "PRAGMA user_version = 2");

        assertProblem(
                file,
                "has format 2, and this client supports only 1;"
                        + " use the client version that wrote it until everything is sent");
    }

    @Test
    void shouldDetectDamage() throws IOException {
        Path file = folder.resolve("spool");
        try (Spool spool = Spool.open(file, Spool.LEAST_BYTES)) {
            spool.add(
                    IntStream.range(0, 500)
                            .mapToObj(i -> new Draft(
                                    aStatement().event("e" + i).by("p" + i).build(), false))
                            .toList(),
                    NOW);
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page = 2 * SpoolFile.PAGE_BYTES; page < bytes.length(); page += SpoolFile.PAGE_BYTES) {
                bytes.seek(page);
                bytes.write(new byte[200]);
            }
        }

        assertThatThrownBy(() -> Spool.open(file, Spool.LEAST_BYTES))
                .isInstanceOf(SpoolException.class)
                .hasMessageStartingWith("the spool " + file + " is damaged; keep it, and start with a new one: ");
    }

    @Test
    void shouldRejectAdditionsOnceClosed() {
        Spool spool = Spool.open(folder.resolve("spool"), Spool.LEAST_BYTES);
        spool.close();

        assertThatThrownBy(() -> spool.add(List.of(), NOW))
                .isInstanceOf(SpoolException.class)
                .hasMessageContaining("closed");
    }

    private static void assertProblem(Path file, String problem) {
        assertThatThrownBy(() -> Spool.open(file, Spool.LEAST_BYTES))
                .isInstanceOf(SpoolException.class)
                .hasMessage("the spool " + file + " " + problem);
    }

    private static void change(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
