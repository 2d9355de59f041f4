package io.muster.domain.oracle;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.tally.DayRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void shouldRejectTwoRowsWithTheSameKey() {
        DayRow one = new DayRow(campaignId("drive"), areaId("yen-dung"), LocalDate.parse("2023-05-12"), 1, 0, null);
        DayRow two = new DayRow(campaignId("drive"), areaId("yen-dung"), LocalDate.parse("2023-05-12"), 2, 0, null);

        assertThatThrownBy(() -> Rows.of(List.of(one, two), List.of(), List.of(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two rows of one key");
    }
}
