package io.muster.e2e.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.AlertRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alerts that the sample drives raise and resolve, day by day, from the first morning to the day after the end. */
class SampleAlertsTest {

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldRaiseAndResolveTheDocumentedAlerts(String name) throws IOException {
        assertThat(documented(name)).isEqualTo(diary(Sample.read(name).toTheEnd()));
    }

    /** One line per alert that starts or stops firing, in the morning or by the evening of a day. */
    private static List<String> diary(Sample sample) {
        Campaign campaign = sample.references().campaigns().values().iterator().next();
        DriveReplay replay = new DriveReplay(sample);
        Map<String, AlertRow> told = new TreeMap<>();
        List<String> diary = new ArrayList<>();
        LocalDate after = campaign.endsOn().plusDays(1);
        for (LocalDate day = campaign.startsOn(); !day.isAfter(after); day = day.plusDays(1)) {
            ZonedDateTime morning = day.atStartOfDay(campaign.zone());
            replay.goOnTo(morning.toInstant());
            tell(day + " morning", replay, told, diary);
            replay.goOnTo(morning.plusDays(1).minusNanos(1).toInstant());
            tell(day + " evening", replay, told, diary);
        }
        return diary;
    }

    private static void tell(String when, DriveReplay replay, Map<String, AlertRow> told, List<String> diary) {
        Map<String, AlertRow> now = new TreeMap<>();
        replay.rows(AlertRow.class).forEach(alert -> now.put(alert.areaId() + " " + alert.rule(), alert));
        now.forEach((key, alert) -> {
            AlertRow before = told.get(key);
            if (alert.isFiring() != (before != null && before.isFiring())) {
                diary.add(line(when, key, alert));
            }
        });
        told.forEach((key, alert) -> {
            if (alert.isFiring() && !now.containsKey(key)) {
                diary.add("| " + when + " | " + key + " | never was | |");
            }
        });
        told.clear();
        told.putAll(now);
    }

    private static String line(String when, String key, AlertRow alert) {
        String state = alert.isFiring() ? "fires" : "is resolved";
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d of %d, %.1f expected |",
                when,
                key,
                state,
                alert.enrolled(),
                alert.target(),
                alert.expected());
    }

    /** The lines of the table in the documentation, without the reasons in its last column. */
    private static List<String> documented(String name) throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "alerts-" + name + ".md")).stream()
                .filter(line -> line.startsWith("| 20"))
                .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1))
                .toList();
    }
}
