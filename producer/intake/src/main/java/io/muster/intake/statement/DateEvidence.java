package io.muster.intake.statement;

import io.muster.intake.date.DateOrders;
import io.muster.intake.date.Dates;
import io.muster.intake.row.Fields;
import io.muster.intake.row.InputRow;
import io.muster.intake.row.Rows;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scans a file for unambiguous dates, those with a number above 12. */
final class DateEvidence {

    private static final List<String> FIELDS = List.of("enrolledOn", "enrolledAt", "recordedAt");
    private static final int MONTHS = 12;

    private @Nullable String dayFirst;
    private @Nullable String monthFirst;

    private DateEvidence() {}

    /** Scans the rows to the end, or until they contradict each other. */
    static DateOrders of(Rows rows) throws IOException {
        DateEvidence evidence = new DateEvidence();
        for (InputRow row = rows.next(); row != null && !evidence.isContradictory(); row = rows.next()) {
            evidence.look(row.fields());
        }
        return DateOrders.of(evidence.dayFirst, evidence.monthFirst);
    }

    private boolean isContradictory() {
        return dayFirst != null && monthFirst != null;
    }

    private void look(Fields fields) {
        for (String field : FIELDS) {
            String text = fields.textOrNull(field);
            int[] numbers = text == null ? null : Dates.dayAndMonth(text);
            if (numbers != null) {
                boolean isDayFirst = numbers[0] > MONTHS && numbers[1] <= MONTHS;
                boolean isMonthFirst = numbers[0] <= MONTHS && numbers[1] > MONTHS;
                String found = text + " in line " + fields.line();
                dayFirst = dayFirst == null && isDayFirst ? found : dayFirst;
                monthFirst = monthFirst == null && isMonthFirst ? found : monthFirst;
            }
        }
    }
}
