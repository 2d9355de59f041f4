package io.muster.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What is kept of a secret: SHA-256 of a salt of its own and the secret. One round is enough, and slow hashes such as bcrypt or
 * Argon2 would add nothing: they make up for passwords that can be guessed, but nobody guesses 256 random bits, and a slow hash on
 * every request would be a lever for those who want to keep the gateway busy.
 *
 * @param salt in hexadecimal
 * @param hash in hexadecimal
 */
public record SecretHash(String salt, String hash) {

    private static final int SALT_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    /** @throws IllegalArgumentException if one of them is not hexadecimal */
    public SecretHash {
        HEX.parseHex(salt);
        HEX.parseHex(hash);
    }

    static SecretHash of(String secret, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new SecretHash(HEX.formatHex(salt), HEX.formatHex(digest(salt, secret)));
    }

    /** Takes as long for a secret that is nearly right as for any other. */
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
