package io.muster.gateway.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that are let in. Follows its file: a key that is added or removed counts a second later, without a restart. While the
 * file cannot be read, the keys read last go on.
 */
public final class KeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final long LOOK_EVERY = Duration.ofSeconds(1).toNanos();

    private final KeysFile file;
    private final LongSupplier nanoTime;
    private final AtomicLong lookedAt;
    private volatile Version version;
    private volatile Map<String, KeyEntry> keys;

    /** By which one sees that a file is another one. */
    private record Version(@Nullable Object file, long modifiedMillis, long bytes) {}

    /** @throws KeysFileException if the file cannot be read */
    public KeyRing(KeysFile file, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
        this.lookedAt = new AtomicLong(nanoTime.getAsLong());
        this.version = versionNow();
        this.keys = read();
    }

    /** How many there are. */
    public int size() {
        return keys.size();
    }

    /** What the key may do; null if nobody is let in with it. */
    public @Nullable KeyEntry admit(ApiKey shown) {
        followFile();
        KeyEntry entry = keys.get(shown.id());
        return entry != null && entry.secret().matches(shown.secret()) ? entry : null;
    }

    private void followFile() {
        long now = nanoTime.getAsLong();
        long before = lookedAt.get();
        if (now - before < LOOK_EVERY || !lookedAt.compareAndSet(before, now)) {
            return;
        }
        Version found = versionNow();
        if (found.equals(version)) {
            return;
        }
        try {
            keys = read();
            version = found;
            LOG.info("{} keys in {}", keys.size(), file.path());
        } catch (KeysFileException e) {
            LOG.error("{}; the keys read last go on", e.getMessage());
        }
    }

    private Map<String, KeyEntry> read() {
        return file.read().stream().collect(Collectors.toUnmodifiableMap(KeyEntry::id, key -> key, (a, b) -> b));
    }

    private Version versionNow() {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return new Version(now.fileKey(), now.lastModifiedTime().toMillis(), now.size());
        } catch (IOException e) {
            return new Version(null, 0, 0);
        }
    }
}
