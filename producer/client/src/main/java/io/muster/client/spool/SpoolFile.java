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

/** The file of a spool, held by this process alone, and its transactions. */
final class SpoolFile implements AutoCloseable {

    static final int PAGE_BYTES = 4096;

    /** Room that only what makes room may use: to note what was sent takes a few pages before it gives others free. */
    private static final long RESERVED_PAGES = 32;

    private static final long LEAST_FREE_BYTES = 1 << 20;

    private final Path file;
    private final long mostPages;
    private final Connection connection;

    /** What is done in one transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * Opens the file, or makes it.
     *
     * @throws SpoolException if another process has it, or it is no spool
     */
    SpoolFile(Path file, long limitBytes) {
        this.file = file.toAbsolutePath();
        this.mostPages = limitBytes / PAGE_BYTES;
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
            // before the log is first touched: then the lock is held for good, and nothing is shared through memory
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
     * Adds something; on the disk when this returns.
     *
     * @throws SpoolFullException if there is no room for it; then nothing is added
     */
    <T> T add(Work<T> work) {
        return transact(mostPages - RESERVED_PAGES, work);
    }

    /** Changes something, also where there is no room to add anything; on the disk when this returns. */
    <T> T change(Work<T> work) {
        return transact(mostPages, work);
    }

    private synchronized <T> T transact(long pages, Work<T> work) {
        try {
            try {
                return attempt(pages, work);
            } catch (SQLiteException e) {
                if (!isOutOfRoom(e)) {
                    throw e;
                }
                // what is in the log may have room in the file, and then the log begins anew
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
            // SQLite has rolled back by itself: it does where it cannot go on
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The number that a query gives, 0 where it gives none. */
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

    /** @return how many rows it has changed */
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
            return new SpoolFullException(outOfRoom(of) + ". Nothing of this was accepted, what was before is safe", e);
        }
        String problem = switch (of.getResultCode()) {
            case SQLITE_BUSY, SQLITE_LOCKED -> "is in use by another process or client; each needs a spool of its own";
            case SQLITE_NOTADB -> "is no spool; give it another file";
            case SQLITE_CORRUPT -> "is damaged; keep it, and begin with a new one: " + of.getMessage();
            case SQLITE_CANTOPEN -> "cannot be opened; is its folder there, and may we write in it?";
            case SQLITE_READONLY, SQLITE_PERM -> "cannot be written; may we write it and in its folder?";
            default -> "cannot be used: " + of.getMessage();
        };
        return new SpoolException("the spool " + file + " " + problem, e);
    }

    private String outOfRoom(SQLiteException e) {
        return e.getResultCode() == SQLiteErrorCode.SQLITE_FULL && hasFreeDisk()
                ? "the spool " + file + " is full: it may have " + mostPages * PAGE_BYTES / 1024
                        + " KiB; let this computer reach the network until some is sent, discard what is refused,"
                        + " or allow for a larger spool"
                : "the spool " + file + " cannot grow: its disk is full, or a limit for files or users is reached"
                        + " (" + e.getResultCode() + "); make room";
    }

    private boolean hasFreeDisk() {
        try {
            return Files.getFileStore(file).getUsableSpace() >= LEAST_FREE_BYTES;
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
            // everything that was accepted is on the disk already
        }
    }
}
