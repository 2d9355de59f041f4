package io.muster.dashboard.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Limits wrong passwords per client address and per user name, existing or not: a burst, refilled over a minute.
 * Correct passwords do not count.
 */
final class LoginRateLimiter {

    static final int PER_ADDRESS = 30;
    static final int PER_NAME = 10;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Bounds memory: an attacker may use many addresses and names. */
    private static final int MAX_TRACKED = 10_000;

    /** The /64 network prefix of an IPv6 address. A single host can use every address of its network. */
    private static final int NETWORK_BYTES = 8;

    private final TimeMeter time;
    private final LruMap<String, Bucket> byAddress = new LruMap<>(MAX_TRACKED);
    private final LruMap<String, Bucket> byName = new LruMap<>(MAX_TRACKED);

    /**
     * An attempt to log in.
     *
     * @param secondsToWait time until it may be checked; 0 if it may be checked now
     * @param returnTokens returns its tokens
     */
    record Attempt(long secondsToWait, Runnable returnTokens) {

        /** Returns the tokens: the attempt does not count. */
        void refund() {
            returnTokens.run();
        }
    }

    LoginRateLimiter(LongSupplier nanoTime) {
        time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanoTime.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    Attempt take(String address, String name) {
        Bucket ofAddress = byAddress.computeIfAbsent(network(address), key -> bucket(PER_ADDRESS));
        Bucket ofName = byName.computeIfAbsent(
                // bounds the length of the key
                DigestUtils.sha256Hex(name), key -> bucket(PER_NAME));
        ConsumptionProbe fromAddress = ofAddress.tryConsumeAndReturnRemaining(1);
        if (!fromAddress.isConsumed()) {
            return later(fromAddress);
        }
        ConsumptionProbe forName = ofName.tryConsumeAndReturnRemaining(1);
        if (!forName.isConsumed()) {
            ofAddress.addTokens(1);
            return later(forName);
        }
        return new Attempt(0, () -> {
            ofAddress.addTokens(1);
            ofName.addTokens(1);
        });
    }

    private static Attempt later(ConsumptionProbe probe) {
        return new Attempt(Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1, () -> {});
    }

    private Bucket bucket(int most) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, PERIOD))
                .build();
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? Hex.encodeHexString(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
