package io.muster.dashboard.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What differs where the content does. */
public final class Sha256 {

    private Sha256() {}

    /** The 32 bytes of a content. */
    public static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
