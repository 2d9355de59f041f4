package io.muster.client.spool;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.serde.StoredFormat;
import io.muster.contract.topic.Topics;
import io.muster.schema.EnrollmentEvent;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/** The tables of a spool. Statements are stored in Avro, next to the schemas they were written with. */
final class SpoolFormat {

    /** Identifies the file as a Muster spool, for example to the command file(1). */
    private static final int APPLICATION_ID = 0x4d735370;

    private static final int VERSION = 1;

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE statement (
              position INTEGER PRIMARY KEY,
              event_id BLOB NOT NULL UNIQUE,
              state TEXT NOT NULL,
              accepted_at INTEGER NOT NULL,
              body BLOB,
              refused_at INTEGER,
              reason TEXT,
              retry_at INTEGER)
            """,
            "CREATE INDEX by_state ON statement (state, position)",
            // Keyed by a hash of campaign and participant. A collision only raises versions more than necessary.
            "CREATE TABLE participant (hash INTEGER PRIMARY KEY, version INTEGER NOT NULL)",
            "CREATE TABLE written_with (fingerprint INTEGER PRIMARY KEY, schema TEXT NOT NULL)",
            "CREATE TABLE total (sent INTEGER NOT NULL)",
            "INSERT INTO total VALUES (0)",
            "PRAGMA application_id = " + APPLICATION_ID,
            "PRAGMA user_version = " + VERSION);

    private final StoredFormat<EnrollmentEvent> format;

    private SpoolFormat(SchemaStore known) {
        this.format = new StoredFormat<>(Topics.ENROLLMENTS, known);
    }

    /**
     * Creates the tables of a new file, or validates those of an existing one.
     *
     * @throws SpoolException if the file is not a spool, is damaged, or has another format version
     */
    static SpoolFormat of(SpoolFile file) {
        return file.change(connection -> {
            if (SpoolFile.number(connection, "SELECT count(*) FROM sqlite_schema") == 0) {
                for (String table : TABLES) {
                    SpoolFile.update(connection, table);
                }
            }
            check(file, connection);
            return read(connection);
        });
    }

    private static void check(SpoolFile file, Connection connection) throws SQLException {
        if (SpoolFile.number(connection, "PRAGMA application_id") != APPLICATION_ID) {
            throw new SpoolException("the spool " + file.path() + " is not a spool; choose another file");
        }
        long version = SpoolFile.number(connection, "PRAGMA user_version");
        if (version != VERSION) {
            throw new SpoolException(
                    "the spool " + file.path() + " has format " + version + ", and this client supports only " + VERSION
                            + "; use the client version that wrote it until everything is sent");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (row.next() && !row.getString(1).equals("ok")) {
                throw new SpoolException("the spool " + file.path() + " is damaged; keep it, and start with a new one: "
                        + row.getString(1));
            }
        }
    }

    private static SpoolFormat read(Connection connection) throws SQLException {
        SchemaStore.Cache known = new SchemaStore.Cache();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT schema FROM written_with")) {
            while (row.next()) {
                known.addSchema(new Schema.Parser().parse(row.getString(1)));
            }
        }
        SpoolFormat format = new SpoolFormat(known);
        format.remember(connection);
        return format;
    }

    private void remember(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR IGNORE INTO written_with VALUES (?, ?)")) {
            insert.setLong(1, format.fingerprint());
            insert.setString(2, format.schema().toString());
            insert.executeUpdate();
        }
    }

    static byte[] eventId(UUID eventId) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(eventId.getMostSignificantBits())
                .putLong(eventId.getLeastSignificantBits())
                .array();
    }

    byte[] body(io.muster.domain.statement.Statement statement) {
        return format.encode(StatementMapping.toAvro(statement));
    }

    io.muster.domain.statement.Statement statement(byte[] body) {
        return StatementMapping.fromAvro(format.decode(body));
    }
}
