package io.muster.report.print;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.report.fixture.BacGiang2023.ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.board.Publication;
import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.mapping.RowMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import io.muster.domain.reference.Area;
import io.muster.domain.tally.AlertRow;
import io.muster.report.fixture.BacGiang2023;
import io.muster.report.wording.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiringAlertsTest {

    private final Publication published = BacGiang2023.published(BacGiang2023.NOTHING_ODD);

    @Test
    void shouldGroupAreasByRuleAndListTheLongestFiringFirst() {
        alert("yen-the", AlertRule.BEHIND, "2023-05-09T17:00:00Z", null);
        alert("tan-yen", AlertRule.BEHIND, "2023-05-03T17:00:00Z", null);
        alert("luc-nam", AlertRule.BEHIND, "2023-05-03T17:00:00Z", "2023-05-12T17:00:00Z");
        alert("son-dong", AlertRule.COMPLETED, "2023-05-16T17:00:00Z", null);

        assertThat(FiringAlerts.line(published.board(), ID, Language.EN))
                .hasValue("behind plan: Tân Yên, Yên Thế · plan completed: Sơn Động");
        assertThat(FiringAlerts.line(published.board(), ID, Language.VI))
                .hasValue("chậm tiến độ: Tân Yên, Yên Thế · hoàn thành kế hoạch: Sơn Động");
    }

    @Test
    void shouldDistinguishRepeatedNames() {
        for (String parent : List.of("yen-dung", "tan-yen")) {
            String id = parent + ".tan-an";
            Area area = new Area(areaId(id), areaId(parent), "commune", "commune", Map.of("vi", "Tân An"), null, null);
            published.put(Topics.AREAS, id, ReferenceMapping.toAvro(area));
            alert(id, AlertRule.BEHIND, "2023-05-09T17:00:00Z", null);
        }

        assertThat(FiringAlerts.line(published.board(), ID, Language.EN))
                .hasValue("behind plan: Tân An (Tân Yên), Tân An (Yên Dũng)");
    }

    @Test
    void shouldBeEmptyIfNoAlertFires() {
        alert("luc-nam", AlertRule.SILENT, "2023-05-03T17:00:00Z", "2023-05-12T17:00:00Z");

        assertThat(FiringAlerts.line(published.board(), ID, Language.EN)).isEmpty();
        assertThat(FiringAlerts.line(published.board(), campaignId("no-such"), Language.EN))
                .isEmpty();
    }

    @Test
    void shouldHaveAPhraseForEveryRule() {
        for (AlertRule rule : AlertRule.values()) {
            alert("luc-nam", rule, "2023-05-03T17:00:00Z", null);
        }

        assertThat(FiringAlerts.line(published.board(), ID, Language.EN))
                .hasValue("behind plan: Lục Nam · silent: Lục Nam · plan completed: Lục Nam · plan missed: Lục Nam");
    }

    private void alert(String areaId, AlertRule rule, String firedAt, @Nullable String resolvedAt) {
        AlertRow row = new AlertRow(
                ID,
                areaId(areaId),
                rule,
                List.of(new Episode(Instant.parse(firedAt), resolvedAt == null ? null : Instant.parse(resolvedAt))),
                new AlertRow.Evidence(LocalDate.parse("2023-05-18"), 10, 100, 50.0, 10.0, 5.0, null));
        published.put(
                Topics.ALERTS,
                RecordKeys.alert(ID, areaId(areaId), rule.name()),
                RowMapping.toAvro(row, Publication.COMPUTED_AT));
    }
}
