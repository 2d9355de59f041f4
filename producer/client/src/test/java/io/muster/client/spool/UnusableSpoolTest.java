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
    void shouldNotTakeAnotherFileForASpool() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "remember the milk ".repeat(100));

        assertProblem(file, "is no spool; give it another file");
    }

    @Test
    void shouldNotTakeAnotherDatabaseForASpool() throws SQLException {
        Path file = folder.resolve("other.db");
        change(file, "CREATE TABLE statement (amount INTEGER)");

        assertProblem(file, "is no spool; give it another file");
    }

    @Test
    void shouldSayThatThereIsNoSuchFolder() {
        assertProblem(
                folder.resolve("nowhere").resolve("spool"),
                "cannot be opened; is its folder there, and may we write in it?");
    }

    @Test
    void shouldLeaveASpoolOfALaterVersionAlone() throws SQLException {
        Path file = folder.resolve("spool");
        Spool.open(file, Spool.LEAST_BYTES).close();
        change(file, "PRAGMA user_version = 2");

        assertProblem(
                file,
                "has format 2, and this client knows 1 only;"
                        + " use the version of the client that wrote it, until all is sent");
    }

    @Test
    void shouldNoticeDamage() throws IOException {
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
                .hasMessageStartingWith("the spool " + file + " is damaged; keep it, and begin with a new one: ");
    }

    @Test
    void shouldSayThatItIsClosed() {
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
