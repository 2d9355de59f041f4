package io.muster.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final BackOff backOff = new BackOff(new Random(1));

    @Test
    void shouldIncreaseTheDelayUntilReset() {
        assertBetween(backOff.next(), Duration.ofMillis(100), BackOff.MIN);
        assertBetween(backOff.next(), Duration.ofMillis(200), Duration.ofMillis(400));
        for (int i = 0; i < 20; i++) {
            backOff.next();
        }
        assertBetween(backOff.next(), Duration.ofSeconds(5), BackOff.MAX);

        backOff.reset();

        assertBetween(backOff.next(), Duration.ofMillis(100), BackOff.MIN);
    }

    private static void assertBetween(Duration time, Duration least, Duration most) {
        assertThat(time).isBetween(least, most);
    }
}
