package io.muster.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Dimension;
import io.muster.domain.statement.Statement;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares expected.json, which the generator derives from its plan, with a plain count of the files. */
class ExpectedFiguresTest {

    private static final String EVERY_PART = """
            bac-giang-2023, published, 2023-05-01, 2023-05-31
            bac-giang-2023, end,       2023-05-01, 2023-05-31
            bac-giang-2024, published, 2024-04-01, 2024-05-31
            bac-giang-2024, end,       2024-04-01, 2024-05-31
            """;

    @ParameterizedTest
    @CsvSource(textBlock = EVERY_PART)
    void shouldMatchARecountOfTheFiles(String campaign, String part, String first, String last) throws IOException {
        JsonNode expected = expected(campaign, part);
        Recount recount = Recount.ofWinners(statements(campaign, expected), first, last);
        LocalDate asOf = LocalDate.parse(expected.get("asOf").textValue());

        assertArea(expected.get("total"), recount, asOf);
        assertThat(expected.get("districts")).hasSize(10);
        expected.get("districts").forEach(district -> assertArea(district, recount, asOf));
        assertThat(expected.get("communes")).hasSize(209);
        expected.get("communes")
                .properties()
                .forEach(commune -> assertThat(commune.getValue().intValue())
                        .as(commune.getKey())
                        .isEqualTo(recount.enrolled(commune.getKey())));
        expected.get("days").properties().forEach(day -> {
            LocalDate date = LocalDate.parse(day.getKey());
            assertThat(day.getValue().intValue())
                    .as(day.getKey())
                    .isPositive()
                    .isEqualTo(recount.enrolled("bac-giang", date, date));
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = EVERY_PART)
    void shouldMatchARecountOfTheSegments(String campaign, String part, String first, String last) throws IOException {
        JsonNode expected = expected(campaign, part);
        Recount recount = Recount.ofWinners(statements(campaign, expected), first, last);

        for (Dimension dimension : Dimension.values()) {
            expected.get("segments")
                    .get(dimension.fieldName())
                    .properties()
                    .forEach(segment -> assertThat(segment.getValue().intValue())
                            .as(segment.getKey())
                            .isEqualTo(recount.enrolledWith(
                                    said -> segment.getKey().equals(dimension.valueIn(said.segments())))));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = EVERY_PART)
    void shouldDescribeTheLinesOfTheFiles(String campaign, String part, String first, String last) throws IOException {
        JsonNode expected = expected(campaign, part);
        JsonNode input = expected.get("input");
        List<Statement> lines = statements(campaign, expected);
        Recount counted = Recount.ofLines(lines, first, last);
        Map<ParticipantRef, Long> highest = new HashMap<>();
        int stale = 0;
        for (Statement line : lines) {
            stale += highest.merge(line.participantRef(), line.version(), Math::max) > line.version() ? 1 : 0;
        }

        assertThat(input.get("lines").intValue()).isEqualTo(lines.size());
        assertThat(input.get("duplicates").intValue()).isEqualTo(lines.size() - new HashSet<>(lines).size());
        assertThat(input.get("participants").intValue()).isEqualTo(highest.size());
        assertThat(input.get("stale").intValue()).isEqualTo(stale);
        input.get("enrolledLines")
                .properties()
                .forEach(district ->
                        assertThat(district.getValue().intValue()).isEqualTo(counted.enrolled(district.getKey())));
    }

    private static void assertArea(JsonNode area, Recount recount, LocalDate asOf) {
        String id = area.get("areaId").textValue();
        assertThat(area.get("enrolled").intValue()).as(id).isEqualTo(recount.enrolled(id));
        assertThat(area.get("today").intValue()).as(id).isEqualTo(recount.enrolled(id, asOf, asOf));
        assertThat(area.get("last7Days").intValue()).as(id).isEqualTo(recount.enrolled(id, asOf.minusDays(6), asOf));
        assertThat(area.get("withdrawn").intValue()).as(id).isEqualTo(recount.withdrawn(id));
        assertThat(area.get("outsidePeriod").intValue()).as(id).isEqualTo(recount.outsidePeriod(id));
        assertThat(100.0 * recount.enrolled(id) / area.get("target").longValue())
                .as(id)
                .isBetween(
                        area.get("attainmentPercent").doubleValue() - 0.00501,
                        area.get("attainmentPercent").doubleValue() + 0.00501);
        if (!area.get("completedOn").isNull()) {
            LocalDate completed = LocalDate.parse(area.get("completedOn").textValue());
            LocalDate start = asOf.withDayOfMonth(1).withMonth(asOf.getYear() == 2023 ? 5 : 4);
            assertThat(recount.enrolled(id, start, completed))
                    .as(id)
                    .isGreaterThanOrEqualTo(area.get("target").intValue());
            assertThat(recount.enrolled(id, start, completed.minusDays(1)))
                    .as(id)
                    .isLessThan(area.get("target").intValue());
        }
    }

    private static JsonNode expected(String campaign, String part) throws IOException {
        return new ObjectMapper()
                .readTree(new SampleFolder(campaign).path("expected.json").toFile())
                .get(part);
    }

    private static List<Statement> statements(String campaign, JsonNode expected) {
        String[] files = new ObjectMapper().convertValue(expected.get("files"), String[].class);
        return new SampleFolder(campaign).statements(files);
    }
}
