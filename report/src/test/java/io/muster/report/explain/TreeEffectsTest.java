package io.muster.report.explain;

import static io.muster.domain.fixture.TestIds.areaId;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.board.BoardWithHistory;
import io.muster.report.fixture.BacGiang2023;
import io.muster.report.fixture.Reorganised;
import io.muster.report.wording.Language;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreeEffectsTest {

    private static final Instant BEFORE = Instant.parse("2023-05-05T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2023-05-18T00:00:00Z");

    @Test
    void shouldAttributeAnAdjustmentToAMove() {
        assertThat(lines("yen-dung", BEFORE, Language.EN))
                .contains(
                        "Areas that got another parent:",
                        "18 May 2023 02:30:00 · Tân An: from Yên Dũng to Lục Nam: -6",
                        "Of the adjustment of certified days, -6 comes from these changes (2 May 2023: -6).");
        assertThat(explain("yen-dung", BEFORE, null).adjustment()).isEqualTo(-7);
        assertThat(lines("yen-dung", BEFORE, Language.VI))
                .contains("18/5/2023 02:30:00 · Tân An: từ Yên Dũng sang Lục Nam: -6 người");
    }

    @Test
    void shouldNotAttributeAdjustmentsOfDaysSignedOffAfterTheMove() {
        Explanation explanation = explain("luc-nam", AFTER, null);

        assertThat(explanation.tree().effects())
                .extracting(TreeEffects.Effect::net)
                .containsExactly(6L);
        assertThat(explanation.tree().adjustments()).isEmpty();
        assertThat(explain("luc-nam", BEFORE, null).tree().adjustment()).isEqualTo(6);
    }

    @Test
    void shouldReportThatTheCountOfTheMovedAreaDidNotChange() {
        assertThat(lines("tan-an", BEFORE, Language.EN))
                .contains("18 May 2023 02:30:00 · Tân An: from Yên Dũng to Lục Nam; this count stayed the same");
        assertThat(lines("bac-giang", BEFORE, Language.EN)).doesNotContain("Areas that got another parent:");
    }

    @Test
    void shouldWriteMovesAsJson() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(ExplanationJson.text(explain("yen-dung", BEFORE, Reorganised.MAY_2), Language.EN));

        assertThat(json.at("/days/0/adjustment").asLong()).isEqualTo(-7);
        assertThat(json.at("/days/0/adjustmentByTree").asLong()).isEqualTo(-6);
        assertThat(json.at("/treeChanges/0/at").asText()).isEqualTo("2023-05-17T19:30:00Z");
        assertThat(json.at("/treeChanges/0/moved/0/areaId").asText()).isEqualTo("tan-an");
        assertThat(json.at("/treeChanges/0/net").asLong()).isEqualTo(-6);
    }

    private static List<String> lines(String areaId, Instant certifiedAt, Language language) {
        return ExplanationText.lines(explain(areaId, certifiedAt, null), language);
    }

    private static Explanation explain(String areaId, Instant certifiedAt, @Nullable LocalDate day) {
        BoardWithHistory board = new BoardWithHistory(
                Reorganised.drive().board(),
                List.of(),
                List.of(),
                Map.of(areaId(areaId), new TreeMap<>(Map.of(Reorganised.MAY_2, certifiedAt))));
        return Explanations.of(board, BacGiang2023.ID, areaId(areaId), day).orElseThrow();
    }
}
