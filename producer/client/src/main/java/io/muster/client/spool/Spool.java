package io.muster.client.spool;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Durable queue of statements, in order of acceptance. A statement leaves it when it is acknowledged, or when it
 * is refused and then discarded. Every method is atomic, and its effect is on disk when it returns. Thread-safe.
 */
public final class Spool implements AutoCloseable {

    /** Minimum size limit of a spool, in bytes. */
    public static final long LEAST_BYTES = 1 << 20;

    /** How many sent statements the spool remembers. */
    public static final int REMEMBERED = 10_000;

    private final SpoolFile file;
    private final SpoolFormat format;
    private final GroupCommit commit;

    private Spool(SpoolFile file, SpoolFormat format) {
        this.file = file;
        this.format = format;
        this.commit = new GroupCommit(file, format);
    }

    /**
     * Opens a spool, or creates an empty one.
     *
     * @param limitBytes maximum size of the file
     * @throws SpoolException if another process has locked it, or it cannot be used
     */
    public static Spool open(Path path, long limitBytes) {
        SpoolFile file = new SpoolFile(path, limitBytes);
        try {
            return new Spool(file, SpoolFormat.of(file));
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Accepts all statements or none. A statement with a known event id is a duplicate and changes nothing.
     *
     * @throws SpoolFullException if there is no room for them
     */
    public List<Receipt> add(List<Draft> drafts, Instant now) {
        return commit.add(drafts, now);
    }

    /** The oldest pending statements. */
    public List<PendingStatement> pending(int most) {
        return file.change(connection -> {
            List<PendingStatement> pending = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT position, body FROM statement WHERE state = 'PENDING' ORDER BY position LIMIT " + most)) {
                ResultSet row = select.executeQuery();
                while (row.next()) {
                    pending.add(new PendingStatement(row.getLong(1), format.statement(row.getBytes(2))));
                }
            }
            return pending;
        });
    }

    /** Stores the outcomes of pending statements. */
    public void settle(List<SendOutcome> outcomes, Instant now) {
        file.change(connection -> {
            try (PreparedStatement sent = connection.prepareStatement(
                            "UPDATE statement SET state = 'SENT', body = NULL WHERE position = ?");
                    PreparedStatement refused =
                            connection.prepareStatement("UPDATE statement SET state = 'REFUSED', refused_at = "
                                    + now.toEpochMilli() + ", reason = ?, retry_at = ? WHERE position = ?")) {
                long count = 0;
                for (SendOutcome outcome : outcomes) {
                    if (outcome instanceof SendOutcome.Refused of) {
                        refuse(refused, of);
                    } else {
                        sent.setLong(1, outcome.position());
                        count += sent.executeUpdate();
                    }
                }
                SpoolFile.update(connection, "UPDATE total SET sent = sent + " + count);
            }
            return SpoolFile.update(
                    connection,
                    "DELETE FROM statement WHERE state = 'SENT' AND position <= (SELECT position FROM statement"
                            + " WHERE state = 'SENT' ORDER BY position DESC LIMIT 1 OFFSET " + REMEMBERED + ")");
        });
    }

    private static void refuse(PreparedStatement refused, SendOutcome.Refused outcome) throws SQLException {
        Instant retryAt = outcome.retryAt();
        refused.setString(1, outcome.reason());
        refused.setObject(2, retryAt == null ? null : retryAt.toEpochMilli());
        refused.setLong(3, outcome.position());
        refused.executeUpdate();
    }

    /** Makes the refused statements that are due for a retry pending again, and returns their number. */
    public int retryDue(Instant now) {
        return file.change(connection -> SpoolFile.update(
                connection,
                "UPDATE statement SET state = 'PENDING' WHERE state = 'REFUSED' AND retry_at <= "
                        + now.toEpochMilli()));
    }

    /**
     * Makes a refused statement pending again, at its old position.
     *
     * @return whether there is a refused statement with this event id
     */
    public boolean retry(UUID eventId) {
        return changeRefused("UPDATE statement SET state = 'PENDING'", eventId);
    }

    /**
     * Deletes a refused statement.
     *
     * @return whether there was a refused statement with this event id
     */
    public boolean discard(UUID eventId) {
        return changeRefused("DELETE FROM statement", eventId);
    }

    private boolean changeRefused(String change, UUID eventId) {
        return file.change(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement(change + " WHERE state = 'REFUSED' AND event_id = ?")) {
                statement.setBytes(1, SpoolFormat.eventId(eventId));
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** All refused statements, in order of acceptance. */
    public List<RefusedStatement> refused() {
        return file.change(connection -> {
            List<RefusedStatement> refused = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT body, refused_at, reason, retry_at FROM statement"
                            + " WHERE state = 'REFUSED' ORDER BY position")) {
                ResultSet row = select.executeQuery();
                while (row.next()) {
                    long retryAt = row.getLong(4);
                    boolean retried = !row.wasNull();
                    refused.add(new RefusedStatement(
                            format.statement(row.getBytes(1)),
                            Instant.ofEpochMilli(row.getLong(2)),
                            row.getString(3),
                            retried ? Instant.ofEpochMilli(retryAt) : null));
                }
            }
            return refused;
        });
    }

    /** The state of a statement; empty if it is unknown, or sent and no longer {@linkplain #REMEMBERED remembered}. */
    public Optional<StatementState> stateOf(UUID eventId) {
        return file.change(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT state FROM statement WHERE event_id = ?")) {
                select.setBytes(1, SpoolFormat.eventId(eventId));
                ResultSet row = select.executeQuery();
                return row.next() ? Optional.of(StatementState.valueOf(row.getString(1))) : Optional.empty();
            }
        });
    }

    /** Whether any statement is pending. */
    public boolean isPending() {
        return file.change(connection ->
                SpoolFile.number(connection, "SELECT 1 FROM statement WHERE state = 'PENDING' LIMIT 1") == 1);
    }

    public SpoolCounts counts() {
        return file.change(connection -> {
            long oldest = SpoolFile.number(
                    connection, "SELECT accepted_at FROM statement WHERE state = 'PENDING' ORDER BY position LIMIT 1");
            return new SpoolCounts(
                    SpoolFile.number(connection, "SELECT count(*) FROM statement WHERE state = 'PENDING'"),
                    SpoolFile.number(connection, "SELECT sent FROM total"),
                    SpoolFile.number(connection, "SELECT count(*) FROM statement WHERE state = 'REFUSED'"),
                    oldest == 0 ? null : Instant.ofEpochMilli(oldest));
        });
    }

    /** Releases the lock on the file. All statements in it are safe. */
    @Override
    public void close() {
        file.close();
    }
}
