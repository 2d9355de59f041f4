package io.muster.dashboard.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Access control: everyone may read, or only clients with a password or a token. */
public final class Access {

    /** Everyone may read. */
    public static final Access OPEN = new Access(Map.of(), Set.of(), Set.of());

    private final boolean hasUsers;
    private final PasswordVerifier passwords;
    private final Set<String> tokens;
    private final Set<String> proxies;

    /**
     * @param users bcrypt hashes of passwords by name, as {@code htpasswd -B} creates them
     * @param tokens accepted bearer tokens
     * @param proxies addresses of trusted proxies, whose {@code X-Forwarded-For} is used
     */
    public Access(Map<String, String> users, Set<String> tokens, Set<String> proxies) {
        this(!users.isEmpty(), new BcryptUsers(users), tokens, proxies);
    }

    Access(boolean hasUsers, PasswordVerifier passwords, Set<String> tokens, Set<String> proxies) {
        this.hasUsers = hasUsers;
        this.passwords = passwords;
        this.tokens = Set.copyOf(tokens);
        this.proxies = Set.copyOf(proxies);
    }

    boolean isOpen() {
        return !hasUsers && tokens.isEmpty();
    }

    boolean hasUsers() {
        return hasUsers;
    }

    PasswordVerifier passwords() {
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

    /**
     * The client address of a request.
     *
     * @param peer the address at the other end of the connection
     * @param forwardedFor the {@code X-Forwarded-For} headers, in order; clients can forge them, so only entries added
     *     by a trusted proxy count
     */
    String origin(String peer, List<String> forwardedFor) {
        List<String> addresses = forwardedFor.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .toList();
        String origin = peer;
        for (int i = addresses.size() - 1; i >= 0 && proxies.contains(origin); i--) {
            origin = addresses.get(i);
        }
        return origin;
    }

    /** The supported authentication schemes. */
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
