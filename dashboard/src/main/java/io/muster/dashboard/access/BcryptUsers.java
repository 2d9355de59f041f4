package io.muster.dashboard.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * User names with bcrypt hashes of their passwords. A wrong password costs the same work for every name, including
 * unknown ones, regardless of the cost of its hash. Otherwise the response time would reveal which names exist.
 */
final class BcryptUsers implements PasswordVerifier {

    private static final Version VERSION = Version.VERSION_2Y;

    /** Like htpasswd, uses the first 72 bytes of a password. */
    private static final LongPasswordStrategy LONG_PASSWORDS = LongPasswordStrategies.truncate(VERSION);

    private static final int SALT_BYTES = 16;

    private final Map<String, String> hashes;
    private final int highestCost;

    /** @throws IllegalArgumentException if a hash is not a bcrypt hash */
    BcryptUsers(Map<String, String> hashes) {
        this.hashes = Map.copyOf(hashes);
        this.highestCost =
                hashes.values().stream().mapToInt(BcryptUsers::cost).max().orElse(0);
    }

    @Override
    public boolean isCorrect(String name, String password) {
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

    /**
     * Costs of additional hashes after a wrong password, so that the total work equals one hash of the highest cost.
     */
    IntStream furtherWork(String name) {
        String hash = hashes.get(name);
        // each cost step doubles the work
        return hash == null ? IntStream.of(highestCost) : IntStream.range(cost(hash), highestCost);
    }

    private static void work(int cost, byte[] password) {
        BCrypt.with(VERSION, LONG_PASSWORDS).hash(cost, new byte[SALT_BYTES], password);
    }

    private static int cost(String hash) {
        String[] parts = hash.split("\\$");
        if (parts.length != 4) {
            throw new IllegalArgumentException("not a bcrypt hash; create it with htpasswd -B");
        }
        return Integer.parseInt(parts[2]);
    }
}
