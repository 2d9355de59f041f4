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
    void shouldBeOverUntilItWasGiven() {
        assertThat(lease.isOver()).isTrue();
        assertThat(lease.isDue()).isTrue();

        lease.renew(lease.now());

        assertThat(lease.isOver()).isFalse();
        assertThat(lease.isDue()).isFalse();
    }

    @Test
    void shouldBeDueWhenHalfOfItIsOverThoughTheClockOverflows() {
        lease.renew(lease.now());
        pass(Duration.ofMillis(2_501));

        assertThat(lease.isDue()).isTrue();
        assertThat(lease.isOver()).isFalse();

        pass(Duration.ofMillis(2_499));

        assertThat(lease.isOver()).isTrue();
    }

    @Test
    void shouldLastFromWhenItWasAskedFor() {
        long asked = lease.now();
        pass(Duration.ofSeconds(6));

        lease.renew(asked);

        assertThat(lease.isOver()).isTrue();
    }

    @Test
    void shouldEndAtOnceWhereItIsGivenUp() {
        lease.renew(lease.now());
        lease.end();

        assertThat(lease.isOver()).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
