package io.muster.dashboard.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Caches credentials that were verified recently, because bcrypt is slow on purpose and a page sends many requests.
 * Stores only an HMAC under a random key that exists in this process alone.
 */
final class CredentialCache {

    /** Time to live after the last use. */
    static final Duration TTL = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MAX_ENTRIES = 1_000;

    private final LongSupplier nanoTime;
    private final SecretKeySpec key;
    private final LruMap<String, Long> shownAt = new LruMap<>(MAX_ENTRIES);

    CredentialCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    String digest(String name, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) ':'); // a name contains no colon
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    void add(String digest) {
        shownAt.put(digest, nanoTime.getAsLong());
    }

    /** Whether the credentials are cached; renews their time to live. */
    boolean contains(String digest) {
        long now = nanoTime.getAsLong();
        Long before = shownAt.get(digest);
        if (before == null) {
            return false;
        }
        if (now - before > TTL.toNanos()) {
            shownAt.remove(digest);
            return false;
        }
        shownAt.put(digest, now);
        return true;
    }
}
