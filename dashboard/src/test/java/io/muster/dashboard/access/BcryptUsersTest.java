package io.muster.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BcryptUsersTest {

    private final BcryptUsers users = new BcryptUsers(Map.of("an", hash(4, "mật khẩu"), "binh", hash(7, "secret")));

    @Test
    void shouldVerifyPasswords() {
        assertThat(users.isCorrect("an", "mật khẩu")).isTrue();
        assertThat(users.isCorrect("an", "secret")).isFalse();
        assertThat(users.isCorrect("binh", "secret")).isTrue();
        assertThat(users.isCorrect("chi", "secret")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"an, 4", "binh, 7", "chi, "})
    void shouldSpendTheSameWorkForEveryName(String name, Integer ownCost) {
        IntStream own = ownCost == null ? IntStream.empty() : IntStream.of(ownCost);

        long rounds = IntStream.concat(own, users.furtherWork(name))
                .mapToLong(cost -> 1L << cost)
                .sum();

        assertThat(rounds).isEqualTo(1L << 7);
    }

    @Test
    void shouldNotThrowForALongPassword() {
        String password = "ế".repeat(50);

        assertThat(users.isCorrect("an", password)).isFalse();
        assertThat(users.isCorrect("chi", password)).isFalse();
    }

    @Test
    void shouldRejectAMalformedHash() {
        assertThatThrownBy(() -> new BcryptUsers(Map.of("an", "secret"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String hash(int cost, String password) {
        return BCrypt.withDefaults().hashToString(cost, password.toCharArray());
    }
}
