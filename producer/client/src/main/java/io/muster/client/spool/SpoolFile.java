package io.muster.client.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The SQLite file of a spool, locked by this process, and its transactions. */
final class SpoolFile implements AutoCloseable {

    static final int PAGE_BYTES = 4096;

    /**
     * Pages reserved for changes that free space: marking statements as sent needs a few pages before it frees others.
     */
    private static final long RESERVED_PAGES = 32;

    private static final long MIN_FREE_BYTES = 1 << 20;

    private final Path file;
    private final long maxPages;
    private final Connection connection;

    /** The body of a transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * Opens or creates the file.
     *
     * @throws SpoolException if another process has locked it, or it is not a spool
     */
    SpoolFile(Path file, long limitBytes) {
        this.file = file.toAbsolutePath();
        this.maxPages = limitBytes / PAGE_BYTES;
        Connection opened = null;
        try {
            SQLiteConfig config = new SQLiteConfig();
            config.setBusyTimeout(0);
            opened = config.createConnection("jdbc:sqlite:" + this.file);
            prepare(opened);
        } catch (SQLException e) {
            closeQuietly(opened);
            throw failure(e);
        }
        this.connection = opened;
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = " + PAGE_BYTES);
            // Set before the first access to the log: the lock is then kept, and SQLite needs no shared memory.
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA fullfsync = ON");
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("COMMIT");
        }
    }

    Path path() {
        return file;
    }

    /**
     * Runs a transaction that adds data. It is on disk when this returns.
     *
     * @throws SpoolFullException if there is no room; nothing is added then
     */
    <T> T add(Work<T> work) {
        return transact(maxPages - RESERVED_PAGES, work);
    }

    /** Runs a transaction that may use the reserved pages. It is on disk when this returns. */
    <T> T change(Work<T> work) {
        return transact(maxPages, work);
    }

    private synchronized <T> T transact(long pages, Work<T> work) {
        try {
            try {
                return attempt(pages, work);
            } catch (SQLiteException e) {
                if (!isOutOfRoom(e)) {
                    throw e;
                }
                // A checkpoint moves pages from the log to the file and restarts the log, which may free enough room.
                execute("PRAGMA wal_checkpoint(RESTART)");
                return attempt(pages, work);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private <T> T attempt(long pages, Work<T> work) throws SQLException {
        execute("PRAGMA max_page_count = " + pages);
        execute("BEGIN IMMEDIATE");
        boolean done = false;
        try {
            T result = work.in(connection);
            execute("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite rolls back by itself after a fatal error
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, or 0 without rows. */
    static long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            return number(statement, 0);
        }
    }

    static long number(PreparedStatement query, long orElse) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : orElse;
        }
    }

    /** @return the number of changed rows */
    static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private SpoolException failure(SQLException e) {
        if (!(e instanceof SQLiteException of)) {
            return new SpoolException("the spool " + file + " cannot be used: " + e.getMessage(), e);
        }
        if (isOutOfRoom(of)) {
            return new SpoolFullException(
                    outOfRoom(of) + ". The new statements were not accepted; earlier ones are safe", e);
        }
        String problem = switch (of.getResultCode()) {
            case SQLITE_BUSY, SQLITE_LOCKED -> "is in use by another process or client; each needs a spool of its own";
            case SQLITE_NOTADB -> "is not a spool; choose another file";
            case SQLITE_CORRUPT -> "is damaged; keep it, and start with a new one: " + of.getMessage();
            case SQLITE_CANTOPEN -> "cannot be opened; check that its folder exists and is writable";
            case SQLITE_READONLY, SQLITE_PERM -> "cannot be written; check the permissions of the file and its folder";
            default -> "cannot be used: " + of.getMessage();
        };
        return new SpoolException("the spool " + file + " " + problem, e);
    }

    private String outOfRoom(SQLiteException e) {
        return e.getResultCode() == SQLiteErrorCode.SQLITE_FULL && hasFreeDisk()
                ? "the spool " + file + " is full: its limit is " + maxPages * PAGE_BYTES / 1024
                        + " KiB; connect this computer to the network until some statements are sent,"
                        + " discard refused ones,"
                        + " or raise the limit"
                : "the spool " + file + " cannot grow: its disk is full, or a file size limit or quota is reached"
                        + " (" + e.getResultCode() + "); make room";
    }

    private boolean hasFreeDisk() {
        try {
            return Files.getFileStore(file).getUsableSpace() >= MIN_FREE_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOutOfRoom(SQLiteException e) {
        return switch (e.getResultCode()) {
            case SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE -> true;
            default -> false;
        };
    }

    @Override
    public synchronized void close() {
        closeQuietly(connection);
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // all accepted statements are on disk already
        }
    }
}
