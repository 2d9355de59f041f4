package io.muster.report.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.board.Publication;
import io.muster.report.counted.CertifiedTotal;
import io.muster.report.fixture.BacGiang2023;
import io.muster.report.print.BulletinFormat;
import io.muster.report.wording.Language;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertifiedBulletinTest {

    private static final LocalDate MAY_1 = LocalDate.parse("2023-05-01");

    private final Publication published = BacGiang2023.published(BacGiang2023.NOTHING_ODD);

    @Test
    void shouldReportTheLastCertifiedDayAndTheAdjustmentSince() throws IOException {
        root("2023-05-01", 1_000, 1_002L);
        root("2023-05-02", 1_100, 1_099L);
        root("2023-05-03", 1_300, 1_298L);

        Bulletin bulletin = latest();
        JsonNode json = new ObjectMapper().readTree(BulletinFormat.JSON.write(bulletin, Language.EN));

        assertThat(bulletin.certified()).isEqualTo(new CertifiedTotal(MAY_1.plusDays(2), 3_399, 3_400));
        assertThat(BulletinFormat.TEXT.write(bulletin, Language.EN))
                .contains("Certified through 3 May 2023: 3,399; adjustment since: +1.");
        assertThat(BulletinFormat.TEXT.write(bulletin, Language.VI))
                .contains("Đã chốt số liệu đến hết ngày 3/5/2023: 3.399 người; điều chỉnh từ đó đến nay: +1.");
        assertThat(json.at("/certified/through").asText()).isEqualTo("2023-05-03");
        assertThat(json.at("/certified/enrolled").asLong()).isEqualTo(3_399);
        assertThat(json.at("/certified/adjustment").asLong()).isEqualTo(1);
    }

    @Test
    void shouldStopBeforeTheFirstUncertifiedDay() {
        root("2023-05-01", 10, 10L);
        root("2023-05-03", 10, 10L);

        assertThat(latest().certified()).isEqualTo(new CertifiedTotal(MAY_1, 10, 10));
    }

    @Test
    void shouldStopAtTheRequestedDay() {
        root("2023-05-01", 10, 10L);
        root("2023-05-02", 20, 18L);

        assertThat(asOf("2023-05-01").certified()).isEqualTo(new CertifiedTotal(MAY_1, 10, 10));
        assertThat(asOf("2023-05-02").certified()).isEqualTo(new CertifiedTotal(MAY_1.plusDays(1), 28, 30));
    }

    @Test
    void shouldBeAbsentIfTheFirstDayIsNotCertified() {
        root("2023-05-02", 20, 18L);

        assertThat(latest().certified()).isNull();
        assertThat(BulletinFormat.TEXT.write(latest(), Language.EN)).doesNotContain("Certified");
    }

    private void root(String day, long enrolled, @Nullable Long certified) {
        BacGiang2023.put(published, "bac-giang", LocalDate.parse(day), enrolled, certified);
    }

    private Bulletin latest() {
        return Bulletins.latest(published.board(), BacGiang2023.ID, null).orElseThrow();
    }

    private Bulletin asOf(String day) {
        return Bulletins.of(published.board(), null, BacGiang2023.ID, BulletinRequest.asOf(LocalDate.parse(day)))
                .orElseThrow();
    }
}
