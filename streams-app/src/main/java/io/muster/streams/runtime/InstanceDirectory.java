package io.muster.streams.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state directory of one instance: the first of {@code 0}, {@code 1}, … below a folder that no other instance holds. So
 * several instances on a machine can share a folder, and a restarted one finds what it left.
 */
final class InstanceDirectory implements AutoCloseable {

    private static final int MOST_INSTANCES = 64;

    private final Path path;
    private final FileChannel channel;

    private InstanceDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws StartException if the folder cannot be written, or all places in it are held */
    static InstanceDirectory claim(Path folder) {
        for (int i = 0; i < MOST_INSTANCES; i++) {
            InstanceDirectory claimed = tryClaim(folder.resolve(Integer.toString(i)));
            if (claimed != null) {
                return claimed;
            }
        }
        throw new StartException("All " + MOST_INSTANCES + " places in the state directory " + folder
                + " are held by running instances: name another one with --state-dir");
    }

    private static @Nullable InstanceDirectory tryClaim(Path path) {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new InstanceDirectory(path, channel);
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // the next place, then
        } catch (IOException e) {
            throw new StartException(
                    "Cannot write to the state directory " + path + " (" + e + "): name another one with --state-dir",
                    e);
        }
        closeQuietly(channel);
        return null;
    }

    Path path() {
        return path;
    }

    /**
     * A name for the instance that it keeps over restarts, and that no other has: that of a static member of the group.
     *
     * @throws StartException if it cannot be read or written
     */
    String instanceId() {
        Path file = path.resolve("instance-id");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            String id = Files.readString(file).strip();
            if (id.isEmpty()) {
                throw new StartException(file + " is empty: remove it, the instance takes another name then");
            }
            return id;
        } catch (IOException e) {
            throw new StartException("Cannot read or write " + file + " (" + e + ")", e);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // the lock goes with the process
        }
    }
}
