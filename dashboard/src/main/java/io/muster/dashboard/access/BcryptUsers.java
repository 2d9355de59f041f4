package io.muster.dashboard.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Names with bcrypt hashes of their passwords. A wrong password costs the same work for every name, whatever the cost of its hash, and
 * for names that there are not: else the time of an answer would tell which names there are.
 */
final class BcryptUsers implements PasswordCheck {

    private static final Version VERSION = Version.VERSION_2Y;

    /** htpasswd looks at the first 72 bytes of a password, too. */
    private static final LongPasswordStrategy LONG_PASSWORDS = LongPasswordStrategies.truncate(VERSION);

    private static final int SALT_BYTES = 16;

    private final Map<String, String> hashes;
    private final int highestCost;

    /** @throws IllegalArgumentException if a hash is none of bcrypt's */
    BcryptUsers(Map<String, String> hashes) {
        this.hashes = Map.copyOf(hashes);
        this.highestCost =
                hashes.values().stream().mapToInt(BcryptUsers::cost).max().orElse(0);
    }

    @Override
    public boolean isRight(String name, String password) {
        byte[] shown = password.getBytes(StandardCharsets.UTF_8);
        String hash = hashes.get(name);
        boolean right = hash != null
                && BCrypt.verifyer(VERSION, LONG_PASSWORDS)
                        .verify(shown, hash.getBytes(StandardCharsets.US_ASCII))
                        .verified;
        if (!right) {
            furtherWork(name).forEach(cost -> work(cost, shown));
        }
        return right;
    }

    /** The costs of what is hashed beside a wrong password, so that together it is as much work as one hash of the highest cost. */
    IntStream furtherWork(String name) {
        String hash = hashes.get(name);
        // each cost is twice the work of the one before it
        return hash == null ? IntStream.of(highestCost) : IntStream.range(cost(hash), highestCost);
    }

    private static void work(int cost, byte[] password) {
        BCrypt.with(VERSION, LONG_PASSWORDS).hash(cost, new byte[SALT_BYTES], password);
    }

    private static int cost(String hash) {
        String[] parts = hash.split("\\$");
        if (parts.length != 4) {
            throw new IllegalArgumentException("a hash is none of bcrypt's");
        }
        return Integer.parseInt(parts[2]);
    }
}
