package io.muster.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void shouldSpanMidnightInTheZoneOfTheCampaign() {
        QuietHours night = quiet("21:00", "07:00");

        assertThat(night.nextAllowed(at("2023-05-18T13:59:59Z"), VIETNAM)).isEqualTo("2023-05-18T13:59:59Z");
        assertThat(night.nextAllowed(at("2023-05-18T14:00:00Z"), VIETNAM)).isEqualTo("2023-05-19T00:00:00Z");
        assertThat(night.nextAllowed(at("2023-05-18T23:00:00Z"), VIETNAM)).isEqualTo("2023-05-19T00:00:00Z");
        assertThat(night.nextAllowed(at("2023-05-19T00:00:00Z"), VIETNAM)).isEqualTo("2023-05-19T00:00:00Z");
    }

    @Test
    void shouldSpanNoon() {
        assertThat(quiet("11:30", "13:00").nextAllowed(at("2023-05-18T05:00:00Z"), VIETNAM))
                .isEqualTo("2023-05-18T06:00:00Z");
    }

    @Test
    void shouldFollowLocalTimeAcrossDaylightSavingChanges() {
        assertThat(quiet("22:00", "06:00").nextAllowed(at("2026-03-28T22:00:00Z"), BERLIN))
                .isEqualTo("2026-03-29T04:00:00Z");
        assertThat(quiet("22:00", "06:00").nextAllowed(at("2026-10-24T21:00:00Z"), BERLIN))
                .isEqualTo("2026-10-25T05:00:00Z");
        // 02:30 falls into the gap in March and occurs twice in October
        assertThat(quiet("22:00", "02:30").nextAllowed(at("2026-03-29T00:30:00Z"), BERLIN))
                .isEqualTo("2026-03-29T01:00:00Z");
        assertThat(quiet("22:00", "02:30").nextAllowed(at("2026-10-25T01:10:00Z"), BERLIN))
                .isEqualTo("2026-10-25T01:30:00Z");
    }

    @Property
    void shouldReturnTheFirstInstantOutsideQuietHours(
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int to,
            @ForAll @IntRange(max = 366 * 24 * 60) int minute) {
        if (from == to) {
            return;
        }
        QuietHours quiet = new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
        Instant then = at("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));

        Instant allowed = quiet.nextAllowed(then, BERLIN);

        assertThat(quiet.nextAllowed(allowed, BERLIN)).isEqualTo(allowed);
        assertThat(allowed).isBetween(then, then.plus(Duration.ofHours(49)));
        assertThat(allowed.equals(then)
                        || quiet.nextAllowed(allowed.minusSeconds(30), BERLIN).isAfter(allowed.minusSeconds(30)))
                .isTrue();
    }

    @Test
    void shouldRejectEqualStartAndEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> quiet("07:00", "07:00"));
    }

    private static QuietHours quiet(String from, String to) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
