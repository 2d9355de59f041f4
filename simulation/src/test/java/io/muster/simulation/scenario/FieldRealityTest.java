package io.muster.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.StatementRules;
import io.muster.domain.statement.Status;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Irregularities in the samples: each must occur, and none may make a statement invalid. */
class FieldRealityTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldHaveOnlyValidStatements(String campaign) {
        assertThat(both(campaign)).allMatch(said -> StatementRules.check(said, NumericRefs.REFUSED) == null);
    }

    @ParameterizedTest
    @CsvSource({
        "bac-giang-2023, enrollments.csv,            2023-05-18",
        "bac-giang-2023, enrollments-to-the-end.csv, 2023-05-31",
        "bac-giang-2024, enrollments.csv,            2024-04-15",
        "bac-giang-2024, enrollments-to-the-end.csv, 2024-05-31",
    })
    void shouldBeRecordedUpToTheLastDayOfTheFile(String campaign, String file, LocalDate lastDay) {
        List<Statement> statements = new SampleFolder(campaign).statements(file);

        Statement latest = statements.stream()
                .max(Comparator.comparing(Statement::recordedAt))
                .orElseThrow();
        assertThat(latest.recordedAt().atZone(ZONE).toLocalDate()).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldNeverStateADayAfterItsRecording(String campaign) {
        assertThat(both(campaign))
                .allMatch(said -> !said.enrolledOn()
                        .isAfter(said.recordedAt().atZone(ZONE).toLocalDate()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldUseTheLocalDayOfTheEnrollmentNotTheUtcDay(String campaign) {
        List<Statement> statements = both(campaign);

        assertThat(statements)
                .allMatch(said -> said.enrolledAt().atZone(ZONE).toLocalDate().equals(said.enrolledOn()))
                .anyMatch(said ->
                        !said.enrolledAt().atZone(ZoneOffset.UTC).toLocalDate().equals(said.enrolledOn()));
    }

    @ParameterizedTest
    @CsvSource({
        "bac-giang-2023, enrollments.csv",
        "bac-giang-2023, enrollments-to-the-end.csv",
        "bac-giang-2024, enrollments.csv",
        "bac-giang-2024, enrollments-to-the-end.csv",
    })
    void shouldRepeatAboutThreePercentOfTheLines(String campaign, String file) {
        List<Statement> lines = new SampleFolder(campaign).statements(file);

        double repeated = 1 - (double) new HashSet<>(lines).size() / lines.size();
        assertThat(repeated).isBetween(0.025, 0.035);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldRepeatAnEventIdOnlyWithTheSameContent(String campaign) {
        Set<Statement> statements = new HashSet<>(both(campaign));

        assertThat(statements).extracting(Statement::eventId).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldNeverReuseAVersionForAParticipant(String campaign) {
        Set<Statement> statements = new HashSet<>(both(campaign));

        assertThat(statements)
                .extracting(said -> said.participantRef() + " " + said.version())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldContainEveryKindOfHistory(String campaign) {
        Map<String, Long> histories = new HashSet<>(both(campaign))
                .stream()
                        .sorted(Comparator.comparingLong(Statement::version))
                        .collect(Collectors.groupingBy(Statement::participantRef))
                        .values()
                        .stream()
                        .collect(Collectors.groupingBy(FieldRealityTest::history, Collectors.counting()));

        assertThat(histories)
                .containsKeys("E", "E area", "E day", "E left", "E left back")
                .hasEntrySatisfying("E", plain -> assertThat(plain).isGreaterThan(800));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldContainCorrectionsThatOnlyTheVersionOrders(String campaign) {
        assertThat(both(campaign))
                .anyMatch(said -> said.version() > said.recordedAt().toEpochMilli() * 1_000)
                .anyMatch(said -> said.version() == said.recordedAt().toEpochMilli() * 1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldCorrectParticipantsOfTheFirstFileInTheSecond(String campaign) {
        SampleFolder folder = new SampleFolder(campaign);
        Set<Statement> first = new HashSet<>(folder.statements("enrollments.csv"));
        Set<ParticipantRef> known =
                first.stream().map(Statement::participantRef).collect(Collectors.toSet());

        assertThat(folder.statements("enrollments-to-the-end.csv"))
                .filteredOn(said -> known.contains(said.participantRef()) && !first.contains(said))
                .extracting(Statement::status)
                .contains(Status.ENROLLED, Status.WITHDRAWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldHaveFewEnrollmentsOnSundays(String campaign) {
        Map<DayOfWeek, Long> days = both(campaign).stream()
                .collect(Collectors.groupingBy(said -> said.enrolledOn().getDayOfWeek(), Collectors.counting()));

        assertThat(days.get(DayOfWeek.SUNDAY)).isLessThan(days.getOrDefault(DayOfWeek.WEDNESDAY, 0L) / 2);
    }

    private static String history(List<Statement> said) {
        StringBuilder history = new StringBuilder("E");
        for (int i = 1; i < said.size(); i++) {
            history.append(' ').append(step(said.get(i - 1), said.get(i)));
        }
        return history.toString();
    }

    private static String step(Statement before, Statement after) {
        if (after.status() == Status.WITHDRAWN) {
            return "left";
        }
        if (before.status() == Status.WITHDRAWN) {
            return "back";
        }
        return before.areaId().equals(after.areaId()) ? "day" : "area";
    }

    private static List<Statement> both(String campaign) {
        return new SampleFolder(campaign).statements("enrollments.csv", "enrollments-to-the-end.csv");
    }
}
