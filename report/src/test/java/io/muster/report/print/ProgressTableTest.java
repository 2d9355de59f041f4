package io.muster.report.print;

import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.Bulletins;
import io.muster.report.fixture.BacGiang2023;
import io.muster.report.fixture.SmallDrive;
import io.muster.report.print.ProgressTable.Sort;
import io.muster.report.wording.DisplayWidth;
import io.muster.report.wording.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTableTest {

    private final Bulletin bulletin =
            Bulletins.latest(BacGiang2023.board(), BacGiang2023.ID, null).orElseThrow();

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 40, 50, 60, 70, 80, 120, 250})
    void shouldFitIntoTheTerminal(int width) {
        for (Language language : Language.values()) {
            List<String> lines = new ProgressTable(language, Sort.COUNT, width, 9).lines(bulletin);

            assertThat(lines).hasSizeLessThanOrEqualTo(9);
            assertThat(lines)
                    .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void shouldReportTheNumberOfOmittedAreas() {
        List<String> lines = new ProgressTable(Language.EN, Sort.COUNT, 80, 9).lines(bulletin);

        assertThat(lines).hasSize(9);
        assertThat(lines.get(6)).contains("Lục Ngạn");
        assertThat(lines.get(7)).isEqualTo("... and 7 more");
        assertThat(lines.get(8)).contains("Bắc Giang", "1,928");
    }

    @Test
    void shouldOmitColumnsInANarrowTerminal() {
        List<String> lines = new ProgressTable(Language.EN, Sort.COUNT, 46, 24).lines(bulletin);

        assertThat(lines.get(3)).isEqualTo("Rank  Area             New  Today  % of plan");
    }

    @Test
    void shouldSortByCountOrRate() {
        assertThat(new ProgressTable(Language.VI, Sort.COUNT, 80, 24)
                        .lines(bulletin)
                        .get(4))
                .contains("Yên Dũng");
        assertThat(new ProgressTable(Language.VI, Sort.RATE, 80, 24)
                        .lines(bulletin)
                        .get(4))
                .contains("Sơn Động");
    }

    @Test
    void shouldNotRoundUpToAFullBarOrDownToAnEmptyOne() {
        List<String> lines = new ProgressTable(Language.EN, Sort.COUNT, 80, 24)
                .lines(new SmallDrive()
                        .target("tay", 25_000)
                        .target("dong", 25_000)
                        .enroll("tay", "2023-05-17", 24_999)
                        .enroll("dong", "2023-05-17", 1)
                        .bulletin("2023-05-18", null, null));

        assertThat(lines.get(4)).contains("Tây", "99.99%", "█░");
        assertThat(lines.get(5)).contains("Đông", "0.01%", "█░");
    }

    @Test
    void shouldReportThatItWaitsForTheFirstCounts() {
        assertThat(new ProgressTable(Language.EN, Sort.COUNT, 80, 24).waiting(campaignId("drive")))
                .containsExactly("drive: waiting for the first counts.");
    }
}
