package io.muster.gateway.auth;

import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that are let in. Follows its file in a thread of its own, so that no request waits for a disk: a key that is added or removed
 * counts a second later, without a restart. While the file is gone or cannot be read, the keys read last go on.
 */
public final class KeyRing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final KeysFile file;
    private @Nullable Loop looking;
    private @Nullable Version version;
    private volatile boolean read;
    private volatile Map<String, KeyEntry> keys = Map.of();

    /** By which one sees that a file is another one. */
    private record Version(@Nullable Object file, long modifiedMillis, long bytes) {}

    private KeyRing(KeysFile file) {
        this.file = file;
    }

    /**
     * Reads the keys, and follows their file until it is closed. There need not be a file yet.
     *
     * @param loops the threads of the service
     * @throws KeysFileException if the file cannot be read
     */
    public static KeyRing follow(KeysFile file, Loops loops) {
        KeyRing ring = read(file);
        ring.looking = loops.start("gateway-keys", self -> {
            self.pause(LOOK_EVERY);
            ring.look();
        });
        return ring;
    }

    /** Reads the keys without following their file. */
    static KeyRing read(KeysFile file) {
        KeyRing ring = new KeyRing(file);
        ring.version = ring.versionNow();
        file.find().ifPresent(ring::take);
        return ring;
    }

    /** How many there are. */
    public int size() {
        return keys.size();
    }

    /** Whether the keys are those that are in the file now: false while it is gone or cannot be read. */
    public boolean isFileRead() {
        return read;
    }

    /** What the key may do; null if nobody is let in with it. */
    public @Nullable KeyEntry admit(ApiKey shown) {
        KeyEntry entry = keys.get(shown.id());
        return entry != null && entry.secret().matches(shown.secret()) ? entry : null;
    }

    /** Reads the file again if it is another one, or could not be read before. */
    void look() {
        Version found = versionNow();
        if (read && found != null && found.equals(version)) {
            return;
        }
        try {
            file.find().ifPresentOrElse(this::take, () -> keep("the file of keys " + file.path() + " is gone"));
            version = found;
        } catch (KeysFileException e) {
            keep(String.valueOf(e.getMessage()));
        }
    }

    private void take(List<KeyEntry> entries) {
        keys = entries.stream().collect(Collectors.toUnmodifiableMap(KeyEntry::id, key -> key, (a, b) -> b));
        read = true;
        LOG.info("{} keys in {}", keys.size(), file.path());
    }

    /** Says so once, not every second. */
    private void keep(String problem) {
        if (read) {
            LOG.error("{}; the {} keys read last go on until it can be read", problem, keys.size());
        }
        read = false;
    }

    private @Nullable Version versionNow() {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return new Version(now.fileKey(), now.lastModifiedTime().toMillis(), now.size());
        } catch (IOException e) {
            return null;
        }
    }

    /** Follows the file no longer. */
    @Override
    public void close() {
        if (looking != null) {
            looking.interrupt();
        }
    }
}
