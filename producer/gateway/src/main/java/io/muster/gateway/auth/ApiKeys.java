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
 * The valid API keys. Follows the keys file in a background thread, so that no request waits for the disk: a change
 * takes effect within a second, without a restart. While the file is missing or unreadable, the keys read last remain
 * valid.
 */
public final class ApiKeys implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private final KeysFile file;
    private @Nullable Loop follower;
    private @Nullable Version version;
    private volatile boolean upToDate;
    private volatile Map<String, KeyEntry> keys = Map.of();

    /** Attributes that tell whether the file has changed. */
    private record Version(@Nullable Object file, long modifiedMillis, long bytes) {}

    private ApiKeys(KeysFile file) {
        this.file = file;
    }

    /**
     * Reads the keys and follows their file until closed. The file need not exist yet.
     *
     * @param loops the threads of the service
     * @throws KeysFileException if the file cannot be read
     */
    public static ApiKeys follow(KeysFile file, Loops loops) {
        ApiKeys apiKeys = read(file);
        apiKeys.follower = loops.start("gateway-keys", self -> {
            self.pause(CHECK_INTERVAL);
            apiKeys.refresh();
        });
        return apiKeys;
    }

    /** Reads the keys without following their file. */
    static ApiKeys read(KeysFile file) {
        ApiKeys apiKeys = new ApiKeys(file);
        apiKeys.version = apiKeys.versionNow();
        file.find().ifPresent(apiKeys::use);
        return apiKeys;
    }

    /** Number of keys. */
    public int size() {
        return keys.size();
    }

    /** Whether the keys are those in the file; false while it is missing or unreadable. */
    public boolean isFileRead() {
        return upToDate;
    }

    /** The entry of a key; null if the key is not valid. */
    public @Nullable KeyEntry admit(ApiKey shown) {
        KeyEntry entry = keys.get(shown.id());
        return entry != null && entry.secret().matches(shown.secret()) ? entry : null;
    }

    /** Reads the file again if it has changed, or could not be read before. */
    void refresh() {
        Version found = versionNow();
        if (upToDate && found != null && found.equals(version)) {
            return;
        }
        try {
            file.find().ifPresentOrElse(this::use, () -> keep("the keys file " + file.path() + " is gone"));
            version = found;
        } catch (KeysFileException e) {
            keep(String.valueOf(e.getMessage()));
        }
    }

    private void use(List<KeyEntry> entries) {
        keys = entries.stream().collect(Collectors.toUnmodifiableMap(KeyEntry::id, key -> key, (a, b) -> b));
        upToDate = true;
        LOG.info("{} keys in {}", keys.size(), file.path());
    }

    /** Keeps the current keys. Logs the problem once, not on every attempt. */
    private void keep(String problem) {
        if (upToDate) {
            LOG.error("{}; the {} keys read last stay valid until it can be read", problem, keys.size());
        }
        upToDate = false;
    }

    private @Nullable Version versionNow() {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return new Version(now.fileKey(), now.lastModifiedTime().toMillis(), now.size());
        } catch (IOException e) {
            return null;
        }
    }

    /** Stops following the file. */
    @Override
    public void close() {
        if (follower != null) {
            follower.interrupt();
        }
    }
}
