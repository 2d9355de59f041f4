package io.muster.dashboard.http;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who may read: everybody, or whoever has a name and a password, or a token. */
public final class Access {

    /** Everybody may. */
    public static final Access OPEN = new Access(Map.of(), Set.of());

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<String, String> users;
    private final Set<String> tokens;

    /** What was found right before, as a digest: bcrypt takes its time on purpose, and a page asks often. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * @param users bcrypt hashes of passwords by name, as {@code htpasswd -B} makes them
     * @param tokens who shows one of them may read
     */
    public Access(Map<String, String> users, Set<String> tokens) {
        this.users = Map.copyOf(users);
        this.tokens = Set.copyOf(tokens);
    }

    boolean isGiven(@Nullable String authorization) {
        if (users.isEmpty() && tokens.isEmpty()) {
            return true;
        }
        if (authorization == null) {
            return false;
        }
        String digest = Answer.tag(authorization.getBytes(StandardCharsets.UTF_8));
        if (known.contains(digest)) {
            return true;
        }
        boolean given = (authorization.startsWith(BASIC) && isUser(authorization.substring(BASIC.length())))
                || (authorization.startsWith(BEARER) && isToken(authorization.substring(BEARER.length())));
        if (given && known.size() < MOST_REMEMBERED) {
            known.add(digest);
        }
        return given;
    }

    private boolean isUser(String credentials) {
        try {
            String decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            String hash = colon < 0 ? null : users.get(decoded.substring(0, colon));
            return hash != null
                    && BCrypt.verifyer().verify(decoded.substring(colon + 1).toCharArray(), hash).verified;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isToken(String shown) {
        byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String token : tokens) {
            found |= MessageDigest.isEqual(bytes, token.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    String schemes() {
        return String.join(" or ", schemesTaken());
    }

    private List<String> schemesTaken() {
        List<String> schemes = new ArrayList<>();
        if (!users.isEmpty()) {
            schemes.add("Basic");
        }
        if (!tokens.isEmpty()) {
            schemes.add("Bearer");
        }
        return schemes;
    }

    List<String> challenges() {
        return schemesTaken().stream()
                .map(scheme -> scheme + " realm=\"Muster\"" + (scheme.equals("Basic") ? ", charset=\"UTF-8\"" : ""))
                .toList();
    }
}
