package io.muster.streams.topology.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.ledger.Cell;
import io.muster.domain.ledger.Subtotal;
import io.muster.streams.mapping.CellKey;
import io.muster.streams.mapping.SubtotalCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CompletenessCheckTest {

    private static final long NOW = Instant.parse("2023-05-15T07:00:00Z").toEpochMilli();
    private static final byte[] KEY =
            new CellKey(new Cell("drive", "tan-an", LocalDate.parse("2023-05-12")), 0).toBytes();

    private boolean drained;
    private final TallyStore boards = new TallyStore("boards");
    private final CompletenessCheck check = new CompletenessCheck(boards, () -> drained);

    @Test
    void shouldBeCompleteAfterARecordThatIsTooYoungForCompaction() {
        take(Duration.ofDays(2));
        assertThat(check.isComplete(NOW)).isFalse();

        take(Duration.ofHours(11));
        assertThat(check.isComplete(NOW)).isTrue();
    }

    @Test
    void shouldNotBeCompleteWhileOldRecordsAreLeftToRead() {
        take(Duration.ofDays(2));
        check.isComplete(NOW);
        take(Duration.ofHours(13));

        assertThat(check.isComplete(NOW)).isFalse();
        assertThat(check.isComplete(NOW)).isFalse();
    }

    @Test
    void shouldBeCompleteOnceAllThereIsWasTaken() {
        take(Duration.ofDays(2));
        drained = true;
        assertThat(check.isComplete(NOW))
                .as("what was fetched may not have been taken")
                .isFalse();

        take(Duration.ofDays(2));
        assertThat(check.isComplete(NOW)).as("there was more").isFalse();

        assertThat(check.isComplete(NOW)).isTrue();
    }

    @Test
    void shouldStayCompleteWhenOldRecordsComeLater() {
        take(Duration.ofMinutes(1));
        assertThat(check.isComplete(NOW)).isTrue();

        assertThat(check.isComplete(NOW + Duration.ofDays(3).toMillis())).isTrue();
    }

    @Test
    void shouldForgetWhatWasTakenBeforeATaskBeganAgain() {
        take(Duration.ofMinutes(1));
        boards.close();

        assertThat(new CompletenessCheck(boards, () -> drained).isComplete(NOW)).isFalse();
    }

    private void take(Duration age) {
        boards.put(KEY, SubtotalCodec.toBytes(new Subtotal()), NOW - age.toMillis());
    }
}
