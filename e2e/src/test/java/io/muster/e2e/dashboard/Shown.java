package io.muster.e2e.dashboard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.muster.domain.tally.AreaRow;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures on the page, and the expected ones. */
final class Shown {

    private static final String READ = """
            rows => Object.fromEntries(rows.map(row => [row.dataset.area, Object.fromEntries(
              [...row.querySelectorAll('[data-field][data-value]')].map(f => [f.dataset.field, f.dataset.value]))]))
            """;

    private Shown() {}

    /** The rows of the table: by area, then field. */
    @SuppressWarnings("unchecked") // the script returns this type
    static SortedMap<String, Map<String, String>> on(Page page) {
        Locator rows = page.locator("tr[data-area]");
        return new TreeMap<>((Map<String, Map<String, String>>) rows.evaluateAll(READ));
    }

    /** The expected text of these fields in a row. */
    static Map<String, String> of(AreaRow row, String... fields) {
        return Arrays.stream(fields).collect(Collectors.toMap(field -> field, field -> text(value(row, field))));
    }

    private static @Nullable Object value(AreaRow row, String field) {
        return switch (field) {
            case "enrolled" -> row.enrolled();
            case "target" -> row.target();
            case "attainmentPercent" -> row.attainmentPercent();
            case "today" -> row.today();
            case "last7Days" -> row.last7Days();
            case "rankByCount" -> row.rankByCount();
            default -> throw new IllegalArgumentException(field);
        };
    }

    /** Numbers as JavaScript prints them. */
    private static String text(@Nullable Object value) {
        if (value instanceof Double number && number == Math.rint(number)) {
            return Long.toString(number.longValue());
        }
        return Objects.toString(value, "");
    }
}
