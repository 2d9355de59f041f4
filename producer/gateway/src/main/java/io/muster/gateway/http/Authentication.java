package io.muster.gateway.http;

import io.javalin.http.Context;
import io.muster.gateway.auth.ApiKey;
import io.muster.gateway.auth.ApiKeys;
import io.muster.gateway.auth.KeyEntry;
import io.muster.gateway.body.RefusedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Authenticates a request by the API key in {@code Authorization: Bearer} or {@code X-API-Key}. */
final class Authentication {

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+) *");
    private static final String CHALLENGE = "Bearer realm=\"muster\"";

    private final ApiKeys keys;

    Authentication(ApiKeys keys) {
        this.keys = keys;
    }

    /** @throws RefusedException if there is no valid key */
    KeyEntry require(Context context) {
        String shown = shown(context);
        if (shown == null) {
            throw refused("there is no API key; send it as Authorization: Bearer KEY, or as X-API-Key: KEY", CHALLENGE);
        }
        ApiKey key = ApiKey.parse(shown);
        KeyEntry entry = key == null ? null : keys.admit(key);
        if (entry == null) {
            throw refused(
                    "this API key is not valid; ask the operator of the gateway for one",
                    CHALLENGE + ", error=\"invalid_token\"");
        }
        return entry;
    }

    private static @Nullable String shown(Context context) {
        String authorization = context.header("Authorization");
        if (authorization == null) {
            return context.header("X-API-Key");
        }
        Matcher bearer = BEARER.matcher(authorization);
        return bearer.matches() ? bearer.group(1) : "";
    }

    private static RefusedException refused(String detail, String challenge) {
        return RefusedException.of(401, detail, "WWW-Authenticate", challenge);
    }
}
