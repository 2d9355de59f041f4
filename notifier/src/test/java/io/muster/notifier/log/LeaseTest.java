package io.muster.notifier.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private final AtomicLong now =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(3).toNanos());
    private final Lease lease = new Lease(Duration.ofSeconds(5), now::get);

    @Test
    void shouldBeExpiredUntilRenewed() {
        assertThat(lease.isExpired()).isTrue();
        assertThat(lease.isRenewalDue()).isTrue();

        lease.renew(lease.now());

        assertThat(lease.isExpired()).isFalse();
        assertThat(lease.isRenewalDue()).isFalse();
    }

    @Test
    void shouldBeDueForRenewalAfterHalfItsLengthEvenIfTheClockOverflows() {
        lease.renew(lease.now());
        pass(Duration.ofMillis(2_501));

        assertThat(lease.isRenewalDue()).isTrue();
        assertThat(lease.isExpired()).isFalse();

        pass(Duration.ofMillis(2_499));

        assertThat(lease.isExpired()).isTrue();
    }

    @Test
    void shouldStartWhenTheRenewalWasRequested() {
        long requestedAt = lease.now();
        pass(Duration.ofSeconds(6));

        lease.renew(requestedAt);

        assertThat(lease.isExpired()).isTrue();
    }

    @Test
    void shouldExpireAtOnceWhenGivenUp() {
        lease.renew(lease.now());
        lease.expire();

        assertThat(lease.isExpired()).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
