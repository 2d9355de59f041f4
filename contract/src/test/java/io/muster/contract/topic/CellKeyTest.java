package io.muster.contract.topic;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.muster.domain.ledger.Cell;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellKeyTest {

    @Property(tries = 200)
    void shouldRoundTripAnyDayAndPartition(@ForAll int epochDay, @ForAll @IntRange(max = 10_000) int partition) {
        CellKey key = new CellKey(
                new Cell(campaignId("drive:2"), areaId("Yên Dũng:1"), LocalDate.ofEpochDay(epochDay)), partition);

        assertThat(CellKey.fromBytes(key.toBytes())).isEqualTo(key);
    }

    @Example
    void shouldBeReadableAsText() {
        CellKey key = new CellKey(
                new Cell(campaignId("bac-giang-2023"), areaId("Sơn Động"), LocalDate.parse("2023-05-18")), 3);

        assertThat(key.toBytes()).isEqualTo("bac-giang-2023|Sơn Động|2023-05-18|3".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "drive", "drive|yen-dung|2023-05-18", "drive|a|tomorrow|1", "drive|a|2023-05-18|one"})
    void shouldReportAnInvalidKey(String foreign) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellKey.fromBytes(foreign.getBytes(UTF_8)))
                .withMessage("not the key of a cell: " + foreign);
    }
}
