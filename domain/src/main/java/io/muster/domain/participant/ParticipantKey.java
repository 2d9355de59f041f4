package io.muster.domain.participant;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret with which an agency turns identity numbers into participant references. It must stay with the agency:
 * with it, all possible numbers can be tried, which reveals the number behind each reference. Under another secret, the
 * same person becomes another participant.
 */
public final class ParticipantKey {

    /** The minimum number of bytes: the length of the hash (RFC 2104, section 3). */
    public static final int LEAST_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String REMEDY = "; make one with: openssl rand -base64 32";

    private final SecretKeySpec secret;

    private ParticipantKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** @throws IllegalArgumentException if there are fewer than {@value #LEAST_BYTES} bytes */
    public static ParticipantKey of(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("the participant key must have at least " + LEAST_BYTES
                    + " bytes, but has " + secret.length + REMEDY);
        }
        return new ParticipantKey(secret);
    }

    /**
     * Reads a key from text.
     *
     * @param base64 the content of a file or an environment variable; blanks and line ends around it are ignored
     * @throws IllegalArgumentException if it is not Base64 of at least {@value #LEAST_BYTES} bytes; the message does
     *     not show it
     */
    public static ParticipantKey parse(String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // the message of the cause would show a part of the secret
            throw new IllegalArgumentException("the participant key is not Base64" + REMEDY);
        }
        return of(secret);
    }

    byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Does not show the secret. */
    @Override
    public String toString() {
        return "participant key";
    }
}
