package io.muster.intake.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates and times in the formats that offices use, for the years 0001 to 9999: 2023-05-18, 18/05/2023,
 * 18-5-2023, 18.5.2023; optionally followed by 08:30 or 08:30:15 and a zone.
 */
public final class Dates {

    /** Accepts ISO 8601 only, with a zone for times. */
    public static final Dates ISO = new Dates(Optional.empty(), DateOrders::unknown, true);

    private static final String ISO_DATE_REMEDY = "write year-month-day, as in 2023-05-18";
    private static final String DATE_REMEDY = "write it as in 2023-05-18 or 18/05/2023";
    private static final String INSTANT_REMEDY = "write it as in 2023-05-18T08:30:00+07:00 or 2023-05-18T01:30:00Z";
    private static final String NO_INSTANT = "is not a date and time with its zone";
    private static final int DATE_LENGTH = "2023-05-18".length();
    private static final int MONTHS = 12;

    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}([/.-])\\d{1,2}\\1\\d{2}");
    private static final Pattern ISO_INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\S+(?:Z|[+-][0-9:]+)");
    private static final Pattern WITH_TIME = Pattern.compile(
            "(\\S+?)(?:T|\\s+)(\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,9})?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?");

    private final Optional<ZoneId> zone;
    private final Supplier<DateOrders> orders;
    private final boolean isIsoOnly;

    private Dates(Optional<ZoneId> zone, Supplier<DateOrders> orders, boolean isIsoOnly) {
        this.zone = zone;
        this.orders = orders;
        this.isIsoOnly = isIsoOnly;
    }

    /**
     * Accepts the formats that offices use.
     *
     * @param zone of times without one
     * @param orders called at the first ambiguous date
     */
    public static Dates written(Optional<ZoneId> zone, Supplier<DateOrders> orders) {
        return new Dates(zone, orders, false);
    }

    /** Parses an ISO date; null if the text is not one. */
    public static @Nullable LocalDate iso(String text) {
        if (text.length() != DATE_LENGTH) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether the text is a complete ISO instant such as 2023-05-18T08:30:00+07:00. */
    public static boolean isIsoInstant(String text) {
        return ISO_INSTANT.matcher(text).matches();
    }

    /** The first two numbers of a date such as 18/05/2023; null if the text does not start with one. */
    public static int @Nullable [] dayAndMonth(String text) {
        Matcher parts = DAY_AND_MONTH.matcher(text);
        return parts.lookingAt() ? new int[] {number(parts, 1), number(parts, 3)} : null;
    }

    /** Parses a date. A local time after it is ignored. */
    public LocalDate date(String text) throws UnreadableException {
        LocalDate iso = iso(text);
        if (iso != null) {
            return iso;
        }
        if (isIsoOnly) {
            throw new UnreadableException("is not a date", ISO_DATE_REMEDY);
        }
        Matcher timed = WITH_TIME.matcher(text);
        return timed.matches() && timed.group(6) == null ? day(timed.group(1)) : day(text);
    }

    /** Parses an instant. */
    public Instant instant(String text) throws UnreadableException {
        if (isIsoInstant(text)) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                // fall through to the other formats
            }
        }
        Matcher parts = WITH_TIME.matcher(text);
        if (isIsoOnly || !parts.matches()) {
            throw new UnreadableException(NO_INSTANT, INSTANT_REMEDY);
        }
        LocalDateTime local = LocalDateTime.of(day(parts.group(1)), time(parts));
        return local.toInstant(offset(parts.group(6), local));
    }

    private LocalDate day(String text) throws UnreadableException {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(number(yearFirst, 1), number(yearFirst, 3), number(yearFirst, 4));
        }
        Matcher parts = DAY_AND_MONTH.matcher(text);
        if (!parts.matches()) {
            throw new UnreadableException(
                    "is not a date",
                    SHORT_YEAR.matcher(text).matches()
                            ? "write the year with four digits, as in 18/05/2023"
                            : DATE_REMEDY);
        }
        int first = number(parts, 1);
        int second = number(parts, 3);
        boolean isMonthFirst = order(first, second) == DateOrder.MONTH_FIRST;
        return day(number(parts, 4), isMonthFirst ? first : second, isMonthFirst ? second : first);
    }

    private DateOrder order(int first, int second) throws UnreadableException {
        if (first == second || (first > MONTHS && second > MONTHS)) {
            return DateOrder.DAY_FIRST;
        }
        DateOrders known = orders.get();
        DateOrder order = known.order();
        if (first > MONTHS && order == DateOrder.MONTH_FIRST) {
            throw new UnreadableException("looks like day/month/year, against --date-order", "write 2023-05-18");
        }
        if (first > MONTHS) {
            return DateOrder.DAY_FIRST;
        }
        if (second > MONTHS && order != DateOrder.MONTH_FIRST) {
            throw new UnreadableException(
                    "looks like month/day/year",
                    "write day/month/year, or give --date-order month-first if all dates of the file are month first");
        }
        if (order == null) {
            throw new UnreadableException(known.doubt(), known.remedy());
        }
        return order;
    }

    private static LocalDate day(int year, int month, int day) throws UnreadableException {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new UnreadableException("is not a date", "there is no such day; write it as in 18/05/2023");
        }
    }

    private static LocalTime time(Matcher parts) throws UnreadableException {
        try {
            String fraction = parts.group(5);
            return LocalTime.of(
                    number(parts, 2),
                    number(parts, 3),
                    parts.group(4) == null ? 0 : number(parts, 4),
                    fraction == null ? 0 : Integer.parseInt((fraction.substring(1) + "0".repeat(9)).substring(0, 9)));
        } catch (DateTimeException e) {
            throw new UnreadableException(NO_INSTANT, INSTANT_REMEDY);
        }
    }

    private ZoneOffset offset(@Nullable String written, LocalDateTime local) throws UnreadableException {
        if (written != null) {
            try {
                return ZoneOffset.of(written);
            } catch (DateTimeException e) {
                throw new UnreadableException(NO_INSTANT, INSTANT_REMEDY);
            }
        }
        if (zone.isEmpty()) {
            throw new UnreadableException(
                    "has no time zone",
                    "give it with --zone, as in --zone Asia/Ho_Chi_Minh, or write it as in 2023-05-18T08:30:00+07:00");
        }
        List<ZoneOffset> offsets = zone.get().getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            throw new UnreadableException(
                    offsets.isEmpty()
                            ? "does not exist, because clocks were set forward"
                            : "is ambiguous, because clocks were set back",
                    "write it with its zone, as in 2023-05-18T08:30:00+07:00");
        }
        return offsets.get(0);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
