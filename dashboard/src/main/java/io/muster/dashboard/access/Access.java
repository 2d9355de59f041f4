package io.muster.dashboard.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may read: everybody, or whoever has a name and a password, or a token. */
public final class Access {

    /** Everybody may. */
    public static final Access OPEN = new Access(Map.of(), Set.of());

    private final boolean hasUsers;
    private final PasswordCheck passwords;
    private final Set<String> tokens;

    /**
     * @param users bcrypt hashes of passwords by name, as {@code htpasswd -B} makes them
     * @param tokens who shows one of them may read
     */
    public Access(Map<String, String> users, Set<String> tokens) {
        this(!users.isEmpty(), new BcryptUsers(users), tokens);
    }

    Access(boolean hasUsers, PasswordCheck passwords, Set<String> tokens) {
        this.hasUsers = hasUsers;
        this.passwords = passwords;
        this.tokens = Set.copyOf(tokens);
    }

    boolean isOpen() {
        return !hasUsers && tokens.isEmpty();
    }

    boolean hasUsers() {
        return hasUsers;
    }

    PasswordCheck passwords() {
        return passwords;
    }

    boolean isToken(String shown) {
        byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String token : tokens) {
            found |= MessageDigest.isEqual(bytes, token.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    /** What a client may show. */
    List<String> schemes() {
        List<String> schemes = new ArrayList<>();
        if (hasUsers) {
            schemes.add("Basic");
        }
        if (!tokens.isEmpty()) {
            schemes.add("Bearer");
        }
        return schemes;
    }
}
