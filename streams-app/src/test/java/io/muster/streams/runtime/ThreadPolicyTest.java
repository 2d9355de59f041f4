package io.muster.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThreadPolicyTest {

    private static final Instant START = Instant.parse("2023-05-12T08:00:00Z");

    private final ThreadPolicy policy = new ThreadPolicy(3, Duration.ofMinutes(5));

    @Test
    void shouldReplaceThreadsThatDieRarely() {
        for (int hour = 0; hour < 100; hour++) {
            assertThat(policy.shouldReplace(START.plus(Duration.ofHours(hour)))).isTrue();
        }
    }

    @Test
    void shouldGiveUpWhenTooManyDieInTheWindow() {
        assertThat(policy.shouldReplace(START)).isTrue();
        assertThat(policy.shouldReplace(START.plusSeconds(1))).isTrue();
        assertThat(policy.shouldReplace(START.plusSeconds(2))).isTrue();

        assertThat(policy.shouldReplace(START.plusSeconds(300))).isFalse();
    }

    @Test
    void shouldForgetDeathsBeforeTheWindow() {
        policy.shouldReplace(START);
        policy.shouldReplace(START.plusSeconds(1));
        policy.shouldReplace(START.plusSeconds(2));

        assertThat(policy.shouldReplace(START.plusSeconds(301))).isTrue();
    }
}
