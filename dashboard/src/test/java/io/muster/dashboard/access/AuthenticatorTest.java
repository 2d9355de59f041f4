package io.muster.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.dashboard.access.Decision.Admitted;
import io.muster.dashboard.access.Decision.Postponed;
import io.muster.dashboard.access.Decision.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {

    private static final String HERE = "192.0.2.1";

    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger hashed = new AtomicInteger();
    private final CountDownLatch hold = new CountDownLatch(1);
    private final Authenticator authenticator =
            new Authenticator(new Access(true, this::isCorrect, Set.of(), Set.of("127.0.0.1", "10.0.0.1")), time::get);

    private boolean isCorrect(String name, String password) {
        hashed.incrementAndGet();
        if (password.equals("broken")) {
            throw new StackOverflowError();
        }
        if (password.equals("slow")) {
            try {
                hold.await();
            } catch (InterruptedException e) {
                return false;
            }
        }
        return password.equals("right of " + name) || password.equals("slow");
    }

    @AfterEach
    void stop() {
        authenticator.close();
    }

    @Test
    void shouldHashAPasswordAgainOnlyAfterItsCacheEntryExpires() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(decide(HERE, "an", "right of an")).isInstanceOf(Admitted.class);
            time.addAndGet(CredentialCache.TTL.toNanos());
        }
        assertThat(hashed).hasValue(1);

        time.addAndGet(CredentialCache.TTL.toNanos() + 1);
        assertThat(decide(HERE, "an", "right of an")).isInstanceOf(Admitted.class);
        assertThat(hashed).hasValue(2);
    }

    @Test
    void shouldCacheOnlyCorrectCredentials() throws Exception {
        assertThat(decide(HERE, "an", "right of an")).isInstanceOf(Admitted.class);

        assertThat(decide(HERE, "an", "Right of an")).isInstanceOf(Refused.class);
        assertThat(decide(HERE, "binh", "right of an")).isInstanceOf(Refused.class);
        assertThat(decide(HERE, "", "an:right of an")).isInstanceOf(Refused.class);
    }

    @Test
    void shouldHashAPasswordOnceForConcurrentLogins() throws Exception {
        CompletableFuture<Decision> first = start(HERE, "an", "slow");
        CompletableFuture<Decision> second = start(HERE, "an", "slow");
        assertThat(first).isNotDone();

        hold.countDown();

        assertThat(first.get(1, TimeUnit.MINUTES)).isInstanceOf(Admitted.class);
        assertThat(second.get(1, TimeUnit.MINUTES)).isInstanceOf(Admitted.class);
        assertThat(hashed).hasValue(1);
    }

    @Test
    void shouldNotBlockOnHashing() {
        for (int name = 0; name < LoginRateLimiter.PER_ADDRESS; name++) {
            assertThat(start(HERE, "name-" + name, "slow")).isNotDone();
        }

        assertThat(start(HERE, "one-more", "slow")).isCompletedWithValueMatching(Postponed.class::isInstance);
    }

    @Test
    void shouldBoundTheQueueOfPasswordsToHash() {
        int done = 0;
        for (int i = 0; i < 200; i++) {
            done += start("192.0.2." + i, "name-" + i, "slow").isDone() ? 1 : 0;
        }

        assertThat(done).isBetween(100, 190);
    }

    @Test
    void shouldLimitWrongPasswordsPerName() throws Exception {
        for (int i = 0; i < LoginRateLimiter.PER_NAME; i++) {
            assertThat(decide("192.0.2." + i, "an", "wrong " + i)).isInstanceOf(Refused.class);
        }

        assertThat(decide("192.0.2.99", "an", "right of an")).isEqualTo(new Postponed(6 + 1));
        assertThat(decide("192.0.2.99", "binh", "right of binh")).isInstanceOf(Admitted.class);
        time.addAndGet(Duration.ofSeconds(7).toNanos());
        assertThat(decide("192.0.2.99", "an", "right of an")).isInstanceOf(Admitted.class);
    }

    @Test
    void shouldAdmitCachedCredentialsWhileOthersGuess() throws Exception {
        assertThat(decide(HERE, "an", "right of an")).isInstanceOf(Admitted.class);
        for (int i = 0; i <= LoginRateLimiter.PER_NAME; i++) {
            decide("192.0.2.99", "an", "wrong " + i);
        }

        assertThat(decide(HERE, "an", "right of an")).isInstanceOf(Admitted.class);
    }

    @Test
    void shouldLimitWrongPasswordsPerAddress() throws Exception {
        for (int i = 0; i < LoginRateLimiter.PER_ADDRESS; i++) {
            assertThat(decide(HERE, "name-" + i, "wrong")).isInstanceOf(Refused.class);
        }

        assertThat(decide(HERE, "an", "right of an")).isInstanceOf(Postponed.class);
        assertThat(decide("192.0.2.99", "an", "right of an")).isInstanceOf(Admitted.class);
    }

    @Test
    void shouldLimitAnIpv6NetworkAsOneAddress() throws Exception {
        for (int i = 0; i < LoginRateLimiter.PER_ADDRESS; i++) {
            decide("[2001:db8:1:2::" + Integer.toHexString(i) + "]", "name-" + i, "wrong");
        }

        assertThat(decide("2001:db8:1:2:ffff::1", "an", "right of an")).isInstanceOf(Postponed.class);
        assertThat(decide("2001:db8:1:3::1", "an", "right of an")).isInstanceOf(Admitted.class);
    }

    @Test
    void shouldTrustForwardedAddressesOfKnownProxiesOnly() throws Exception {
        for (int i = 0; i < LoginRateLimiter.PER_ADDRESS; i++) {
            start("127.0.0.1", "name-" + i, "wrong", "made-up-" + i, "made-up, 192.0.2.7, 10.0.0.1")
                    .get(1, TimeUnit.MINUTES);
        }

        assertThat(decide("192.0.2.7", "an", "right of an")).isInstanceOf(Postponed.class);
        assertThat(start("192.0.2.8", "an", "right of an", "192.0.2.7").get(1, TimeUnit.MINUTES))
                .isInstanceOf(Admitted.class);
        assertThat(start("127.0.0.1", "binh", "right of binh", "192.0.2.9").get(1, TimeUnit.MINUTES))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void shouldNotLimitCorrectPasswords() throws Exception {
        for (int i = 0; i < 5 * LoginRateLimiter.PER_ADDRESS; i++) {
            assertThat(decide(HERE, "name-" + i, "right of name-" + i)).isInstanceOf(Admitted.class);
        }
    }

    @Test
    void shouldRejectALoginIfTheCheckThrows() throws Exception {
        assertThat(decide(HERE, "an", "broken")).isInstanceOf(Refused.class);
        assertThat(decide(HERE, "an", "right of an")).isInstanceOf(Admitted.class);
    }

    @Test
    void shouldRejectPendingLoginsOnClose() throws Exception {
        CompletableFuture<Decision> waiting = start(HERE, "an", "slow");

        authenticator.close();

        assertThat(waiting.get(1, TimeUnit.MINUTES)).isInstanceOf(Refused.class);
    }

    private Decision decide(String address, String name, String password) throws Exception {
        return start(address, name, password).get(1, TimeUnit.MINUTES);
    }

    private CompletableFuture<Decision> start(String address, String name, String password, String... forwardedFor) {
        String credentials = name + ":" + password;
        return authenticator.decide(
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)),
                address,
                List.of(forwardedFor));
    }
}
