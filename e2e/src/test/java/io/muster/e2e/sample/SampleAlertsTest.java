package io.muster.e2e.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.AlertRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which alerts the sample drives raise and resolve, day by day, from their first morning to the day after. */
class SampleAlertsTest {

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldRaiseAndResolveTheAlertsThatAreDocumented(String name) throws IOException {
        assertThat(documented(name)).isEqualTo(diary(Sample.read(name).toTheEnd()));
    }

    /** One line for every change of an alert, in the morning or by the evening of a day. */
    private static List<String> diary(Sample sample) {
        Campaign campaign = sample.references().campaigns().values().iterator().next();
        DriveReplay replay = new DriveReplay(sample);
        Map<String, String> told = new HashMap<>();
        List<String> diary = new ArrayList<>();
        LocalDate after = campaign.endsOn().plusDays(1);
        for (LocalDate day = campaign.startsOn(); !day.isAfter(after); day = day.plusDays(1)) {
            Instant morning = day.atStartOfDay(campaign.zone()).toInstant();
            Instant evening =
                    day.plusDays(1).atStartOfDay(campaign.zone()).minusNanos(1).toInstant();
            for (Instant moment : List.of(morning, evening)) {
                replay.goOnTo(moment);
                Map<String, String> now = new HashMap<>();
                List<AlertRow> alerts = replay.rows(AlertRow.class).stream()
                        .sorted(Comparator.comparing(AlertRow::rule).thenComparing(AlertRow::areaId))
                        .toList();
                for (AlertRow alert : alerts) {
                    String key = alert.areaId() + " " + alert.rule();
                    String state = alert.isFiring() ? "fires" : "is resolved";
                    now.put(key, state + alert.since());
                    if (!now.get(key).equals(told.get(key))) {
                        diary.add(line(day, moment == morning, state, alert));
                    }
                }
                String when = moment == morning ? "morning" : "evening";
                LocalDate on = day;
                told.keySet().stream()
                        .filter(key -> !now.containsKey(key))
                        .sorted()
                        .forEach(key -> diary.add("| " + on + " " + when + " | " + key + " | never was | |"));
                told.clear();
                told.putAll(now);
            }
        }
        return diary;
    }

    private static String line(LocalDate day, boolean morning, String state, AlertRow alert) {
        return String.format(
                Locale.ROOT,
                "| %s %s | %s %s | %s | %d of %d, %.1f expected |",
                day,
                morning ? "morning" : "evening",
                alert.areaId(),
                alert.rule(),
                state,
                alert.enrolled(),
                alert.target(),
                alert.expected());
    }

    /** The lines of the tables in the documentation, without the reasons that stand behind them. */
    private static List<String> documented(String name) throws IOException {
        Path file = Path.of("..", "docs", "alerts-" + name + ".md");
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("| 20"))
                .map(line -> line.substring(0, line.indexOf('|', line.lastIndexOf(" expected |") + 1) + 1))
                .toList();
    }
}
