package io.muster.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Held by the one that uses a data directory; it ends with the process. The broker's own lock comes too late: by then two
 * controllers have written to the same log.
 */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    /**
     * @throws SandboxException if another one uses the directory
     */
    static DirectoryLock of(Path directory) {
        try {
            FileChannel file = FileChannel.open(
                    Directories.make(directory).resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isOurs(file)) {
                file.close();
                throw new SandboxException("the data in " + directory
                        + " is in use by another broker; end that one, or use another directory");
            }
            return new DirectoryLock(file);
        } catch (IOException e) {
            throw new SandboxException("the directory " + directory + " cannot be written to: " + e, e);
        }
    }

    private static boolean isOurs(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this process has it already
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
