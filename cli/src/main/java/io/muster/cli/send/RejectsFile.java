package io.muster.cli.send;

import io.muster.intake.statement.InvalidLine;
import io.muster.intake.statement.StatementFileReader;
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
 * The file of refused lines. It is overwritten, and stays empty if no line is refused. Refused lines may hold
 * identity numbers, so only the owner can read the file, even if it existed before.
 */
final class RejectsFile implements Closeable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final StatementFileReader reader;
    private final OutputStream out;
    private boolean hasHeading;

    private RejectsFile(StatementFileReader reader, OutputStream out) {
        this.reader = reader;
        this.out = out;
    }

    static RejectsFile create(Path file, StatementFileReader reader) throws IOException {
        return new RejectsFile(reader, new BufferedOutputStream(createPrivately(file)));
    }

    /** Restricts the permissions before the first write. Does nothing on file systems without POSIX permissions. */
    private static OutputStream createPrivately(Path file) throws IOException {
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

    /** Discards the refused lines. */
    static RejectsFile none(StatementFileReader reader) {
        return new RejectsFile(reader, OutputStream.nullOutputStream());
    }

    void add(InvalidLine line) throws IOException {
        if (!hasHeading) {
            reader.writeRejectHeading(out);
            hasHeading = true;
        }
        reader.writeReject(line, out);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
