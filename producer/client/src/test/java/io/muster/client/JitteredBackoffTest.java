package io.muster.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JitteredBackoffTest {

    private final JitteredBackoff backoff = new JitteredBackoff(new Random(1));

    @Test
    void shouldIncreaseTheDelayUntilReset() {
        assertBetween(backoff.next(), Duration.ofMillis(100), JitteredBackoff.MIN);
        assertBetween(backoff.next(), Duration.ofMillis(200), Duration.ofMillis(400));
        for (int i = 0; i < 20; i++) {
            backoff.next();
        }
        assertBetween(backoff.next(), Duration.ofSeconds(5), JitteredBackoff.MAX);

        backoff.reset();

        assertBetween(backoff.next(), Duration.ofMillis(100), JitteredBackoff.MIN);
    }

    private static void assertBetween(Duration time, Duration least, Duration most) {
        assertThat(time).isBetween(least, most);
    }
}
