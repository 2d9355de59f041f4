package io.muster.streams.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state directory of one instance: the first of {@code 0}, {@code 1}, … below a folder that no other instance has
 * locked. Instances on a machine can thus share a folder, and a restarted instance finds its old state.
 */
final class InstanceDirectory implements AutoCloseable {

    private static final int MOST_INSTANCES = 64;
    private static final String INSTANCE_ID = "instance-id";

    private final Path path;
    private final FileChannel channel;

    private InstanceDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws StartException if the folder is not writable or all places in it are locked */
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
            // try the next place
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
     * The name of this instance as a static group member. It is unique and stable across restarts.
     *
     * @throws StartException if it cannot be read or written, or is not a UUID
     */
    String instanceId() {
        Path file = path.resolve(INSTANCE_ID);
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return UUID.fromString(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip())
                    .toString();
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    file + " is damaged: it holds no name. Nothing is lost. Delete it, or start with"
                            + " --rebuild-state; the instance then gets a new name",
                    e);
        } catch (IOException e) {
            throw new StartException("Cannot read or write " + file + " (" + e + ")", e);
        }
    }

    /**
     * Deletes the local state of an application and the name of the instance. The state is rebuilt from the topics.
     *
     * @throws StartException if it cannot be deleted
     */
    void clear(String applicationId) {
        remove(path.resolve(applicationId));
        remove(path.resolve(INSTANCE_ID));
    }

    private static void remove(Path kept) {
        if (!Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> below = Files.walk(kept)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StartException("Cannot delete " + kept + " (" + e + "): delete it by hand", e);
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
            // the operating system releases the lock when the process ends
        }
    }
}
