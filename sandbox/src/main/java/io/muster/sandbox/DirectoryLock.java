package io.muster.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Locks a data directory for this process. The broker's own lock comes too late: by then two controllers have written
 * to the same log.
 */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    /**
     * @throws SandboxException if another process uses the directory
     */
    static DirectoryLock of(Path directory) {
        try {
            FileChannel file = FileChannel.open(
                    Directories.make(directory).resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isOurs(file)) {
                file.close();
                throw new SandboxException("the data in " + directory
                        + " is in use by another broker; stop that one, or use another directory");
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
            return false; // already held by this process
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
