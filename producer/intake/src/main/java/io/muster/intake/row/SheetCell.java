package io.muster.intake.row;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * The content of a cell.
 *
 * @param text a date as 2023-05-18, a date and time as 2023-05-18T08:30:00, a number in plain digits; null if the cell
 *     is empty
 * @param kind what the cell contains
 * @param problem why the cell cannot be used; null if it can
 */
record SheetCell(@Nullable String text, Kind kind, @Nullable Problem problem) {

    private static final SheetCell EMPTY = new SheetCell(null, Kind.TEXT, null);

    /** Spreadsheets keep at most this many digits of a number (ECMA-376, part 1, 18.3.1.96: IEEE 754 double). */
    private static final int DIGITS_KEPT = 15;

    /** Digits before or after the decimal point that a double can have. */
    private static final int MAX_PLACES = 324;

    /** Type of the content, independent of the display format. */
    enum Kind {
        TEXT,
        /** A number. Numbers have no leading zeros. */
        NUMBER,
        /** A number displayed as a date, or as a date and time. */
        DAY,
        /** A number displayed as a time, although it contains a date. */
        TIME_OF_A_DAY,
        LOGICAL
    }

    /**
     * @param problem e.g. "is an error of the sheet"
     * @param remedy what to do about it
     */
    record Problem(String problem, String remedy) {}

    static SheetCell of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return EMPTY;
        }
        Object value = cell.getValue();
        if (cell.getType() == CellType.ERROR) {
            return invalid(
                    cell.getRawValue(),
                    "is an error of the sheet",
                    "correct the formula, or empty the cell if nothing is known");
        }
        if (value instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (value == null) {
            return cell.getFormula() == null
                    ? EMPTY
                    : invalid(null, "is a formula without a result", "open the file in Excel and save it");
        }
        if (value instanceof Boolean) {
            return new SheetCell(value.toString().toUpperCase(Locale.ROOT), Kind.LOGICAL, null);
        }
        String text = value.toString();
        return text.isBlank() ? EMPTY : new SheetCell(text, Kind.TEXT, null);
    }

    private static SheetCell invalid(@Nullable String text, String problem, String remedy) {
        return new SheetCell(text, Kind.TEXT, new Problem(problem, remedy));
    }

    private static SheetCell number(Cell cell, BigDecimal number) {
        String code = cell.getDataFormatString();
        if (DateFormats.isDate(cell.getDataFormatId(), code)) {
            return date(cell, number, code);
        }
        if (Math.abs((long) number.precision() - number.scale()) > MAX_PLACES) {
            // Written out, 1E999999999 would exhaust the memory.
            return invalid(cell.getRawValue(), "is a number that no spreadsheet can hold", "write the number again");
        }
        BigDecimal plain = number.stripTrailingZeros();
        String digits = plain.toPlainString();
        int fixed = DateFormats.fixedDigits(code);
        if (fixed > digits.length() && plain.scale() <= 0 && plain.signum() >= 0) {
            return new SheetCell("0".repeat(fixed - digits.length()) + digits, Kind.NUMBER, null);
        }
        boolean isRounded = plain.scale() <= 0 && plain.precision() - plain.scale() > DIGITS_KEPT;
        return new SheetCell(
                digits,
                Kind.NUMBER,
                isRounded
                        ? new Problem(
                                "is a number of more than " + DIGITS_KEPT + " digits, which a spreadsheet rounds",
                                "write long numbers as text")
                        : null);
    }

    private static SheetCell date(Cell cell, BigDecimal number, @Nullable String code) {
        LocalDateTime moment;
        try {
            moment = cell.asDate().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            return invalid(cell.getRawValue(), "is not a valid date", "write the day again");
        }
        if (number.signum() < 0) {
            return invalid(cell.getRawValue(), "is not a valid date", "write the day again");
        }
        if (number.compareTo(BigDecimal.ONE) < 0) {
            return invalid(
                    moment.toLocalTime().toString(),
                    "is a time without a day",
                    "write the day before it, as in 18/05/2023 08:30");
        }
        boolean hasTime = DateFormats.hasTime(code);
        boolean isDay = moment.toLocalTime().equals(LocalTime.MIDNIGHT) && !hasTime;
        String text = isDay
                ? moment.toLocalDate().toString()
                : String.format(Locale.ROOT, "%sT%tT", moment.toLocalDate(), moment);
        boolean showsDay = !hasTime || DateFormats.hasDay(code);
        return new SheetCell(text, showsDay ? Kind.DAY : Kind.TIME_OF_A_DAY, null);
    }
}
