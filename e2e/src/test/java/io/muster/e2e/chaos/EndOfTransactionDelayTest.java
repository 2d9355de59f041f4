package io.muster.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.e2e.chaos.EndOfTransactionDelay.Transaction;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndOfTransactionDelayTest {

    private static final long SEED_THAT_LETS_REPETITIONS_THROUGH = 1;

    private final EndOfTransactionDelay delay = new EndOfTransactionDelay(Duration.ofSeconds(10));
    private final Transaction transaction = new Transaction(1, (short) 5);

    @Test
    void shouldDelayNothingUnlessActive() {
        assertThat(delay.delay(transaction)).isZero();

        delay.begin(SEED_THAT_LETS_REPETITIONS_THROUGH);
        delay.end();

        assertThat(delay.delay(transaction)).isZero();
        assertThat(delay.held()).isZero();
    }

    @Test
    void shouldLetARetryOvertakeADelayedRequest() {
        delay.begin(SEED_THAT_LETS_REPETITIONS_THROUGH);
        Duration first = delay.delay(transaction);
        Duration repetition = delay.delay(transaction);

        assertThat(first).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(repetition).isZero();
        assertThat(delay.deliver(transaction, repetition)).isFalse();
        assertThat(delay.isAnyWaiting()).isTrue();
        assertThat(delay.deliver(transaction, first)).as("overtaken").isTrue();
        assertThat(delay.isAnyWaiting()).isFalse();
        assertThat(delay)
                .hasToString("requests that end a transaction: 1 delayed, 1 of them overtaken by their retry,"
                        + " with the answers {}");
    }

    @Test
    void shouldDelayTheNextTransactionToo() {
        delay.begin(SEED_THAT_LETS_REPETITIONS_THROUGH);
        delay.delay(transaction);

        assertThat(delay.delay(new Transaction(1, (short) 6))).isPositive();
        assertThat(delay.held()).isEqualTo(2);
    }
}
