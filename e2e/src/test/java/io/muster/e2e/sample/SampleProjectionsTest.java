package io.muster.e2e.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.AreaId;
import io.muster.domain.plan.Pace;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.AreaRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the projections of the sample drives, as of some mornings, with the actual results. */
class SampleProjectionsTest {

    private static final int DAYS_BETWEEN = 5;

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldMatchTheDocumentedProjections(String name) throws IOException {
        assertThat(documented(name)).isEqualTo(table(Sample.read(name).toTheEnd()));
    }

    /** One line per fifth morning: the error for the province, and the mean error of the districts. */
    private static List<String> table(Sample sample) {
        Campaign campaign = sample.references().campaigns().values().iterator().next();
        Map<AreaId, Long> end = end(sample, campaign);
        DriveReplay replay = new DriveReplay(sample);
        List<String> lines = new ArrayList<>();
        for (LocalDate day = campaign.startsOn().plusDays(DAYS_BETWEEN);
                !day.isAfter(campaign.endsOn());
                day = day.plusDays(DAYS_BETWEEN)) {
            replay.goOnTo(day.atStartOfDay(campaign.zone()).toInstant());
            Pace province = rows(replay, "province").get(0).pace();
            List<AreaRow> districts = rows(replay, "district");
            long held = districts.stream()
                    .filter(row -> isWithin(row.pace(), count(end, row)))
                    .count();
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.0f (%.0f to %.0f) | %.0f | %.0f%% | %.0f%% | %d of %d |",
                    day,
                    province.projected(),
                    province.projectedLow(),
                    province.projectedHigh(),
                    province.projectedByPlan(),
                    districts.stream()
                            .mapToDouble(row -> error(row.pace().projected(), count(end, row)))
                            .average()
                            .orElseThrow(),
                    districts.stream()
                            .mapToDouble(row -> error(row.pace().projectedByPlan(), count(end, row)))
                            .average()
                            .orElseThrow(),
                    held,
                    districts.size()));
        }
        return lines;
    }

    private static Map<AreaId, Long> end(Sample sample, Campaign campaign) {
        DriveReplay replay = new DriveReplay(sample);
        replay.goOnTo(
                campaign.endsOn().plusDays(30).atStartOfDay(campaign.zone()).toInstant());
        return replay.rows(AreaRow.class).stream().collect(Collectors.toMap(AreaRow::areaId, AreaRow::enrolled));
    }

    private static List<AreaRow> rows(DriveReplay replay, String level) {
        return replay.rows(AreaRow.class).stream()
                .filter(row -> row.level().equals(level))
                .toList();
    }

    private static long count(Map<AreaId, Long> end, AreaRow row) {
        return Objects.requireNonNull(end.get(row.areaId()));
    }

    /** In percent of the actual result. */
    private static double error(@Nullable Double projected, long end) {
        return 100 * Math.abs(Objects.requireNonNull(projected) - end) / end;
    }

    private static boolean isWithin(Pace pace, long end) {
        return end >= Objects.requireNonNull(pace.projectedLow())
                && end <= Objects.requireNonNull(pace.projectedHigh());
    }

    /** The lines of the table in the documentation. */
    private static List<String> documented(String name) throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "projections-" + name + ".md")).stream()
                .filter(line -> line.startsWith("| 20"))
                .toList();
    }
}
