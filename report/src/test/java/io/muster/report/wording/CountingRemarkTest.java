package io.muster.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.tally.CountingState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountingRemarkTest {

    private static final Instant FIVE_PAST_TWO = Instant.parse("2023-05-18T07:05:00Z");

    @Test
    void shouldReportSinceWhenCountingHasStopped() {
        CountingState stopped = new CountingState.Stopped(FIVE_PAST_TWO, 8, 8);

        assertThat(said(stopped, Language.EN))
                .hasValue("Counting stopped: the application was last active on 18 May 2023 14:05:00."
                        + " Later statements are not in these figures.");
        assertThat(said(stopped, Language.VI))
                .hasValue("Hệ thống đã ngừng tính: tín hiệu cuối cùng lúc 18/5/2023 14:05:00."
                        + " Khai báo gửi đến sau đó chưa có trong số liệu này.");
    }

    @Test
    void shouldReportTheNumberOfSilentPartitions() {
        assertThat(said(new CountingState.Stopped(FIVE_PAST_TWO, 2, 8), Language.EN)
                        .orElseThrow())
                .contains("2 of 8 partitions");
    }

    @Test
    void shouldReportTheNumberOfWaitingRecords() {
        assertThat(said(new CountingState.Behind(12_040, Duration.ofMinutes(3)), Language.EN))
                .hasValue("Counting is behind: 12,040 records wait to be counted, and are not in these figures yet.");
        assertThat(said(new CountingState.Behind(1, Duration.ofMinutes(3)), Language.EN)
                        .orElseThrow())
                .contains("1 record waits to be counted, and is not");
    }

    @Test
    void shouldBeEmptyIfCountingIsUpToDateOrUnknown() {
        assertThat(said(new CountingState.UpToDate(FIVE_PAST_TWO), Language.EN)).isEmpty();
        assertThat(said(new CountingState.Unknown(), Language.EN)).isEmpty();
    }

    private static Optional<String> said(CountingState state, Language language) {
        return CountingRemark.of(state, new Wording(language), ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}
