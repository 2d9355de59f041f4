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
 * How many wrong passwords may come from an address, and for a name, whether or not there is such a name: some at once, and as many a
 * minute. Right ones do not count.
 */
final class AttemptLimits {

    static final int FROM_AN_ADDRESS = 30;
    static final int FOR_A_NAME = 10;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** An attacker may have many addresses, and make up names. */
    private static final int MOST_REMEMBERED = 10_000;

    /** The part of an IPv6 address that stands for one network, of which anybody in it may use every address. */
    private static final int NETWORK_BYTES = 8;

    private final TimeMeter time;
    private final RecentlyUsed<String, Bucket> byAddress = new RecentlyUsed<>(MOST_REMEMBERED);
    private final RecentlyUsed<String, Bucket> byName = new RecentlyUsed<>(MOST_REMEMBERED);

    /**
     * A password that is to be checked.
     *
     * @param secondsToWait until it may be; 0 if it may now
     * @param giveBackAction undoes that it was counted
     */
    record Attempt(long secondsToWait, Runnable giveBackAction) {

        /** It does not count. */
        void giveBack() {
            giveBackAction.run();
        }
    }

    AttemptLimits(LongSupplier nanoTime) {
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
        Bucket ofAddress = byAddress.computeIfAbsent(network(address), key -> bucket(FROM_AN_ADDRESS));
        Bucket ofName = byName.computeIfAbsent(
                // of bounded length
                DigestUtils.sha256Hex(name), key -> bucket(FOR_A_NAME));
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
