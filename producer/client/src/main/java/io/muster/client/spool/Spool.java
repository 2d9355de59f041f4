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
 * Statements in the order in which they were accepted, each until it is acknowledged, or refused and discarded. Every method returns
 * when what it did is on the disk, and does all of it or nothing. May be shared by threads.
 */
public final class Spool implements AutoCloseable {

    /** The least room that a spool needs, in bytes. */
    public static final long LEAST_BYTES = 1 << 20;

    /** Of that many statements, the last ones, it is remembered that they were sent. */
    public static final int REMEMBERED = 10_000;

    private final SpoolFile file;
    private final SpoolFormat format;
    private final SharedCommit commit;

    private Spool(SpoolFile file, SpoolFormat format) {
        this.file = file;
        this.format = format;
        this.commit = new SharedCommit(file, format);
    }

    /**
     * Opens a spool, or makes an empty one.
     *
     * @param limitBytes how large the file may become
     * @throws SpoolException if another process has it, or it cannot be used
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
     * Accepts all of them or none. One whose event id is known already changes nothing.
     *
     * @throws SpoolFullException if there is no room for them
     */
    public List<Receipt> add(List<Draft> drafts, Instant now) {
        return commit.add(drafts, now);
    }

    /** The first ones that are to be sent. */
    public List<Spooled> pending(int most) {
        return file.change(connection -> {
            List<Spooled> pending = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT position, body FROM statement WHERE state = 'PENDING' ORDER BY position LIMIT " + most)) {
                ResultSet row = select.executeQuery();
                while (row.next()) {
                    pending.add(new Spooled(row.getLong(1), format.statement(row.getBytes(2))));
                }
            }
            return pending;
        });
    }

    /** Notes what became of statements that were pending. */
    public void settle(List<Outcome> outcomes, Instant now) {
        file.change(connection -> {
            try (PreparedStatement sent = connection.prepareStatement(
                            "UPDATE statement SET state = 'SENT', body = NULL WHERE position = ?");
                    PreparedStatement refused =
                            connection.prepareStatement("UPDATE statement SET state = 'REFUSED', refused_at = "
                                    + now.toEpochMilli() + ", reason = ?, retry_at = ? WHERE position = ?")) {
                long count = 0;
                for (Outcome outcome : outcomes) {
                    if (outcome instanceof Outcome.Refused of) {
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

    private static void refuse(PreparedStatement refused, Outcome.Refused outcome) throws SQLException {
        Instant retryAt = outcome.retryAt();
        refused.setString(1, outcome.reason());
        refused.setObject(2, retryAt == null ? null : retryAt.toEpochMilli());
        refused.setLong(3, outcome.position());
        refused.executeUpdate();
    }

    /** Makes pending again what was refused until now or earlier. */
    public int retryDue(Instant now) {
        return file.change(connection -> SpoolFile.update(
                connection,
                "UPDATE statement SET state = 'PENDING' WHERE state = 'REFUSED' AND retry_at <= "
                        + now.toEpochMilli()));
    }

    /**
     * Makes a refused statement pending again, where it was in the order.
     *
     * @return whether there is a refused statement of that event id
     */
    public boolean retry(UUID eventId) {
        return changeRefused("UPDATE statement SET state = 'PENDING'", eventId);
    }

    /**
     * Lets go of a refused statement for good.
     *
     * @return whether there was a refused statement of that event id
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

    /** All that are refused, in the order in which they were accepted. */
    public List<RefusedStatement> refused() {
        return file.change(connection -> {
            List<RefusedStatement> refused = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT body, refused_at, reason, retry_at FROM statement WHERE state = 'REFUSED' ORDER BY position")) {
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

    /** How far a statement is; empty where nothing is known of it, or no longer: see {@link #REMEMBERED}. */
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

    /** Whether anything is to be sent. */
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

    /** Lets another process have it. What is in it is safe. */
    @Override
    public void close() {
        file.close();
    }
}
