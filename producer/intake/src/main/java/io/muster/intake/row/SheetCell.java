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
 * @param isNumber whether it is a number, which has no zeros before it
 * @param problem why it cannot be used; null where it can
 */
record SheetCell(
        @Nullable String text, boolean isNumber, @Nullable String problem) {

    private static final SheetCell EMPTY = new SheetCell(null, false, null);

    /** A spreadsheet keeps no more digits of a number (ECMA-376, part 1, 18.3.1.96: IEEE 754 double). */
    private static final int DIGITS_KEPT = 15;

    static SheetCell of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return EMPTY;
        }
        Object value = cell.getValue();
        if (cell.getType() == CellType.ERROR) {
            return new SheetCell(cell.getRawValue(), false, "is an error of the sheet");
        }
        if (value instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (value == null) {
            return cell.getFormula() == null
                    ? EMPTY
                    : new SheetCell(null, false, "is a formula without a result: open the file in Excel and save it");
        }
        return text(value.toString());
    }

    private static SheetCell text(String text) {
        return text.isBlank() ? EMPTY : new SheetCell(text, false, null);
    }

    private static SheetCell number(Cell cell, BigDecimal number) {
        String code = cell.getDataFormatString();
        if (DateFormats.isDate(cell.getDataFormatId(), code)) {
            return date(cell, code);
        }
        BigDecimal plain = number.stripTrailingZeros();
        String digits = plain.toPlainString();
        int fixed = DateFormats.fixedDigits(code);
        if (fixed > digits.length() && plain.scale() <= 0 && plain.signum() >= 0) {
            return new SheetCell("0".repeat(fixed - digits.length()) + digits, true, null);
        }
        boolean isRounded = plain.scale() <= 0 && plain.precision() - plain.scale() > DIGITS_KEPT;
        return new SheetCell(
                digits,
                true,
                isRounded ? "is a number of more than " + DIGITS_KEPT + " digits, which a spreadsheet rounds" : null);
    }

    private static SheetCell date(Cell cell, @Nullable String code) {
        LocalDateTime moment;
        try {
            moment = cell.asDate().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            return new SheetCell(cell.getRawValue(), true, "is no day that there is");
        }
        boolean isDay = moment.toLocalTime().equals(LocalTime.MIDNIGHT) && !DateFormats.hasTime(code);
        String text = isDay
                ? moment.toLocalDate().toString()
                : String.format(Locale.ROOT, "%sT%tT", moment.toLocalDate(), moment);
        return new SheetCell(text, false, null);
    }
}
