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
 * What a cell of a sheet says.
 *
 * @param text a day as 2023-05-18, a day with its time as 2023-05-18T08:30:00, a number in plain digits; null where it is empty
 * @param kind what it holds
 * @param flaw why it cannot be used; null where it can
 */
record SheetCell(@Nullable String text, Kind kind, @Nullable Flaw flaw) {

    private static final SheetCell EMPTY = new SheetCell(null, Kind.TEXT, null);

    /** A spreadsheet keeps no more digits of a number (ECMA-376, part 1, 18.3.1.96: IEEE 754 double). */
    private static final int DIGITS_KEPT = 15;

    /** The most digits before or after the decimal point of a number that a spreadsheet can hold: the range of a double. */
    private static final int MOST_PLACES = 324;

    /** What a cell holds, however it is shown. */
    enum Kind {
        TEXT,
        /** A number, which has no zeros before it. */
        NUMBER,
        /** A number that is shown as a day, or as a day and a time. */
        DAY,
        /** A number that is shown as a time, and has a day all the same. */
        TIME_OF_A_DAY,
        LOGICAL
    }

    /**
     * @param problem e.g. "is an error of the sheet"
     * @param remedy what to do about it
     */
    record Flaw(String problem, String remedy) {}

    static SheetCell of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return EMPTY;
        }
        Object value = cell.getValue();
        if (cell.getType() == CellType.ERROR) {
            return flawed(
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
                    : flawed(null, "is a formula without a result", "open the file in Excel and save it");
        }
        if (value instanceof Boolean) {
            return new SheetCell(value.toString().toUpperCase(Locale.ROOT), Kind.LOGICAL, null);
        }
        String text = value.toString();
        return text.isBlank() ? EMPTY : new SheetCell(text, Kind.TEXT, null);
    }

    private static SheetCell flawed(@Nullable String text, String problem, String remedy) {
        return new SheetCell(text, Kind.TEXT, new Flaw(problem, remedy));
    }

    private static SheetCell number(Cell cell, BigDecimal number) {
        String code = cell.getDataFormatString();
        if (DateFormats.isDate(cell.getDataFormatId(), code)) {
            return date(cell, number, code);
        }
        if (Math.abs((long) number.precision() - number.scale()) > MOST_PLACES) {
            // written out, 1E999999999 would fill the memory
            return flawed(cell.getRawValue(), "is a number that no spreadsheet can hold", "write the number again");
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
                        ? new Flaw(
                                "is a number of more than " + DIGITS_KEPT + " digits, which a spreadsheet rounds",
                                "write long numbers as text")
                        : null);
    }

    private static SheetCell date(Cell cell, BigDecimal number, @Nullable String code) {
        LocalDateTime moment;
        try {
            moment = cell.asDate().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            return flawed(cell.getRawValue(), "is no day that there is", "write the day again");
        }
        if (number.signum() < 0) {
            return flawed(cell.getRawValue(), "is no day that there is", "write the day again");
        }
        if (number.compareTo(BigDecimal.ONE) < 0) {
            return flawed(
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
