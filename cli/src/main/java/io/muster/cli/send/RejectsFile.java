package io.muster.cli.send;

import io.muster.intake.statement.InvalidLine;
import io.muster.intake.statement.StatementReader;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The file that gets the refused lines. It is begun anew, and stays empty where nothing is refused. Refused lines may hold what nobody else
 * should read, identity numbers first of all: only its owner can read it, also where it was there before.
 */
final class RejectsFile implements Closeable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final StatementReader reader;
    private final OutputStream out;
    private boolean begun;

    private RejectsFile(StatementReader reader, OutputStream out) {
        this.reader = reader;
        this.out = out;
    }

    static RejectsFile create(Path file, StatementReader reader) throws IOException {
        return new RejectsFile(reader, new BufferedOutputStream(beginPrivately(file)));
    }

    /** Closed to others before anything stands in it; where a file system knows no permissions, there is nothing to close. */
    private static OutputStream beginPrivately(Path file) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Files.newOutputStream(file);
        }
        if (Files.notExists(file)) {
            Set<StandardOpenOption> asNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return Channels.newOutputStream(
                    Files.newByteChannel(file, asNew, PosixFilePermissions.asFileAttribute(OWNER_ONLY)));
        }
        if (Files.isRegularFile(file)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
        return Files.newOutputStream(file);
    }

    /** Where nobody wants the refused lines. */
    static RejectsFile none(StatementReader reader) {
        return new RejectsFile(reader, OutputStream.nullOutputStream());
    }

    void add(InvalidLine line) throws IOException {
        if (!begun) {
            reader.writeRejectHeading(out);
            begun = true;
        }
        reader.writeReject(line, out);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
