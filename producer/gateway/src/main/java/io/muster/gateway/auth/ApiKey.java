package io.muster.gateway.auth;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An API key: {@code mk_}, the id of the key, {@code _}, and a secret of 256 random bits in URL-safe Base64. */
public final class ApiKey {

    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;
    private static final Pattern TEXT = Pattern.compile("mk_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");

    private final String id;
    private final String secret;

    private ApiKey(String id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    /** Creates a random key. */
    public static ApiKey random(SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new ApiKey(
                HexFormat.of().formatHex(id),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Parses a key; null if the text is not one. */
    public static @Nullable ApiKey parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches() ? new ApiKey(parts.group(1), parts.group(2)) : null;
    }

    /** Identifies the key; not secret. */
    public String id() {
        return id;
    }

    String secret() {
        return secret;
    }

    /** The complete key including its secret, to be shown to its holder. */
    public String reveal() {
        return "mk_" + id + "_" + secret;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "mk_" + id + "_…";
    }
}
