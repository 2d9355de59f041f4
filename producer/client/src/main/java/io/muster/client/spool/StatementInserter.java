package io.muster.client.spool;

import io.muster.contract.topic.RecordKeys;
import io.muster.domain.statement.Statement;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.apache.avro.SchemaNormalization;

/**
 * Inserts drafts in one transaction: skips duplicates, and gives each statement a version above earlier ones of its
 * participant.
 */
final class StatementInserter implements AutoCloseable {

    private final SpoolFormat format;
    private final PreparedStatement known;
    private final PreparedStatement lastVersion;
    private final PreparedStatement noteVersion;
    private final PreparedStatement insert;

    StatementInserter(Connection connection, SpoolFormat format, Instant now) throws SQLException {
        this.format = format;
        known = connection.prepareStatement("SELECT 1 FROM statement WHERE event_id = ?");
        lastVersion = connection.prepareStatement("SELECT version FROM participant WHERE hash = ?");
        noteVersion = connection.prepareStatement("INSERT INTO participant VALUES (?, ?)"
                + " ON CONFLICT DO UPDATE SET version = max(version, excluded.version)");
        insert = connection.prepareStatement(
                "INSERT INTO statement (event_id, state, accepted_at, body) VALUES (?, 'PENDING', " + now.toEpochMilli()
                        + ", ?)");
    }

    Receipt add(Draft draft) throws SQLException {
        byte[] eventId = SpoolFormat.eventId(draft.statement().eventId());
        known.setBytes(1, eventId);
        boolean repeated = SpoolFile.number(known, 0) == 1;
        if (!repeated) {
            Statement statement = versioned(draft);
            insert.setBytes(1, eventId);
            insert.setBytes(2, format.body(statement));
            insert.executeUpdate();
        }
        return new Receipt(draft.statement().eventId(), repeated);
    }

    private Statement versioned(Draft draft) throws SQLException {
        long participant = hash(draft.statement());
        lastVersion.setLong(1, participant);
        Statement statement = draft.after(SpoolFile.number(lastVersion, Long.MIN_VALUE));
        noteVersion.setLong(1, participant);
        noteVersion.setLong(2, statement.version());
        noteVersion.executeUpdate();
        return statement;
    }

    private static long hash(Statement statement) {
        String key = RecordKeys.participant(statement.campaignId(), statement.participantRef());
        return SchemaNormalization.fingerprint64(key.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws SQLException {
        try (known;
                lastVersion;
                noteVersion;
                insert) {
            // closes every statement, even if closing one fails
        }
    }
}
