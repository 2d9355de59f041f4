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
 * The state directory of one instance: the first of {@code 0}, {@code 1}, … below a folder that no other instance holds. So
 * several instances on a machine can share a folder, and a restarted one finds what it left.
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
     * @throws StartException if it cannot be read or written, or is none
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
                    file + " is damaged: it holds no name. Nothing is lost. Remove it, or start with"
                            + " --rebuild-state: the instance takes another name then",
                    e);
        } catch (IOException e) {
            throw new StartException("Cannot read or write " + file + " (" + e + ")", e);
        }
    }

    /**
     * Removes what an application kept here, and the name of the instance; what it needs is read anew from the topics.
     *
     * @throws StartException if it cannot be removed
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
            throw new StartException("Cannot remove " + kept + " (" + e + "): remove it by hand", e);
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
