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
 * Which names and passwords were found right a short time ago: bcrypt takes its time on purpose, and a page asks often. What is kept is a
 * digest under a key that only this process has, and that it never writes.
 */
final class RememberedCredentials {

    /** After the last time that they were shown. */
    static final Duration KEPT = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST = 1_000;

    private final LongSupplier nanoTime;
    private final SecretKeySpec key;
    private final RecentlyUsed<String, Long> shownAt = new RecentlyUsed<>(MOST);

    RememberedCredentials(LongSupplier nanoTime) {
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
            mac.update((byte) ':'); // a name has no colon
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    void add(String digest) {
        shownAt.put(digest, nanoTime.getAsLong());
    }

    /** Whether they are remembered; if so, for as long again. */
    boolean contains(String digest) {
        long now = nanoTime.getAsLong();
        Long before = shownAt.get(digest);
        if (before == null) {
            return false;
        }
        if (now - before > KEPT.toNanos()) {
            shownAt.remove(digest);
            return false;
        }
        shownAt.put(digest, now);
        return true;
    }
}
