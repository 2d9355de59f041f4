package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rules 3 to 5 of the contract are computed in {@code domain.plan} only. Scans the main sources of all other modules
 * for code that computes one of these figures itself.
 */
class FiguresComputedOnceTest {

    private static final Map<String, Pattern> FIGURES = new TreeMap<>(Map.of(
            "attainment: call Attainment, ShownPercent or TwoDecimals",
            Pattern.compile(
                    "\\b(HUNDRED|100(\\.0)?)\\b *\\*|\\* *\\(?(HUNDRED|100(\\.0)?)\\b|multiply\\((HUNDRED|.*100)"),
            "expected: call PlanShare.expected or PlanShare.curve",
            Pattern.compile(
                    "planned\\([^;]*minusDays\\(|(target|aim)\\w*(\\(\\))? *\\* *\\w*share|multiply\\(.*[sS]hare"),
            "required per day: call Pace.requiredPerDay, Pace.personsPerDay or PeriodCounts.daysLeft",
            Pattern.compile("/ *\\(?(double\\) *)?days(Left|Remaining)|DAYS\\.between\\([^;]*endsOn\\(\\)"),
            "ranks: call Ranking",
            Pattern.compile("\\b[rR]ank *\\+ *1\\b|\\b[rR]ank\\+\\+|LAST\\w*_RANK *="),
            "the seven days: call LastSevenDays",
            Pattern.compile("(minus|plus)Days\\(-?[67]L?\\)|\\b(int|long) \\w*DAYS\\w* = [67];|size\\(\\) > 7\\b")));

    /** Lines that match a pattern but compute none of these figures. */
    private static final List<String> EXCEPTIONS = List.of(
            "share.getAsDouble() * 100", // the progress bar of a command
            "SURGE_DAYS = 6"); // the last days of a generated drive

    @Test
    void shouldComputeFiguresOnlyInDomain() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(FiguresComputedOnceTest::isScanned).toList()) {
                for (String line : Files.readAllLines(file)) {
                    found.addAll(figuresIn(line).stream()
                            .map(figure -> file + " computes " + figure + " — " + line.strip())
                            .toList());
                }
            }
        }

        assertThat(found)
                .as("every figure that people read is computed once, in io.muster.domain.plan")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "attainment, \"double percent = 100.0 * enrolled / target;\"",
                "attainment, \"Math.round((row.enrolled() - expected) * HUNDRED) / HUNDRED\"",
                "expected, \"PlanShare.planned(aim, asOfDay.minusDays(1), campaign)\"",
                "expected, \"long expected = target * share;\"",
                "required, \"double perDay = (target - before) / daysLeft;\"",
                "required, \"Math.max(0, ChronoUnit.DAYS.between(from, head.endsOn()) + 1)\"",
                "ranks, \"private static final int LAST_RANK = 5;\"",
                "ranks, \"int next = rank + 1;\"",
                "the seven days, \"private static final int DAYS_OF_TREND = 7;\"",
                "the seven days, \"asOfDay.minusDays(6)\""
            })
    void shouldDetectASecondComputation(String figure, String line) {
        assertThat(figuresIn(line)).singleElement().asString().startsWith(figure);
    }

    private static List<String> figuresIn(String line) {
        return FIGURES.entrySet().stream()
                .filter(figure -> figure.getValue().matcher(line).find())
                .filter(figure -> EXCEPTIONS.stream().noneMatch(line::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isScanned(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java")
                && path.contains("/src/main/java/")
                && !path.contains("/domain/src/main/java/")
                && !path.contains("/target/");
    }
}
