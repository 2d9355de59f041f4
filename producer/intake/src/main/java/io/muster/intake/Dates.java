package io.muster.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Dates and times as ISO 8601 writes them, of the years 0001 to 9999. */
final class Dates {

    static final String DATE_REMEDY = "write year-month-day, as in 2023-05-18";
    static final String INSTANT_REMEDY = "write it as in 2023-05-18T08:30:00+07:00 or 2023-05-18T01:30:00Z";

    private static final int DATE_LENGTH = "2023-05-18".length();

    private Dates() {}

    /** The day, or null if the text is none. */
    static @Nullable LocalDate date(String text) {
        if (text.length() != DATE_LENGTH) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The instant, or null if the text is none, for instance because it does not say its zone. */
    static @Nullable Instant instant(String text) {
        if (text.length() <= DATE_LENGTH || date(text.substring(0, DATE_LENGTH)) == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
