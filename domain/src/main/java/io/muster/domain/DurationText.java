package io.muster.domain;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses durations of options and settings files: {@code 500ms}, {@code 15s}, {@code 10m}, {@code 2h}, {@code 1d}. */
public final class DurationText {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");

    private DurationText() {}

    /** @throws IllegalArgumentException with a message that shows the valid forms */
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a duration such as 500ms, 15s, 10m, 2h or 1d");
        }
        long amount = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
