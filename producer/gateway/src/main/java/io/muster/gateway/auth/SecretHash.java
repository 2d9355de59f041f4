package io.muster.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Salted SHA-256 hash of a secret. Slow hashes such as bcrypt or Argon2 protect guessable passwords; a secret of 256
 * random bits cannot be guessed, and a slow hash per request would make denial of service easier.
 *
 * @param salt in hexadecimal
 * @param hash in hexadecimal
 */
public record SecretHash(String salt, String hash) {

    private static final int SALT_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    /** @throws IllegalArgumentException if a component is not hexadecimal */
    public SecretHash {
        HEX.parseHex(salt);
        HEX.parseHex(hash);
    }

    static SecretHash of(String secret, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new SecretHash(HEX.formatHex(salt), HEX.formatHex(digest(salt, secret)));
    }

    /** Compares in constant time. */
    boolean matches(String secret) {
        return MessageDigest.isEqual(digest(HEX.parseHex(salt), secret), HEX.parseHex(hash));
    }

    private static byte[] digest(byte[] salt, String secret) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return sha.digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
