package io.muster.intake.row;

import io.muster.domain.participant.IdentityNumber;
import java.util.List;
import java.util.Set;

/**
 * Compares the cells of a row with the type of their field. A sheet may display something other than what the cell
 * contains.
 */
final class CellChecks {

    private static final Set<String> NAMES =
            Set.of("campaignId", "participantRef", IdentityNumber.FIELD, "areaId", "source", "eventId");
    private static final Set<String> SEGMENTS = Set.of("ageBand", "occupation", "incomeBand");
    private static final Set<String> DAYS = Set.of("enrolledOn", "enrolledAt", "recordedAt");
    private static final String AS_TEXT = "format the column as text, and write it again";

    private CellChecks() {}

    static void note(Heading heading, List<SheetCell> cells, Fields fields) {
        for (String field : heading.fields()) {
            Integer index = heading.indexOf(field);
            if (index != null && index < cells.size() && !field.equals(Naming.IGNORED)) {
                note(field, cells.get(index), fields);
            }
        }
    }

    private static void note(String field, SheetCell cell, Fields fields) {
        SheetCell.Problem problem = cell.problem();
        if (problem != null) {
            fields.problem(field, problem.problem(), problem.remedy());
            return;
        }
        switch (cell.kind()) {
            case NUMBER -> noteNumber(field, String.valueOf(cell.text()), fields);
            case DAY, TIME_OF_A_DAY -> noteDay(field, cell, fields);
            case LOGICAL -> {
                if (NAMES.contains(field)) {
                    fields.problem(field, "is a logical value in the sheet, not an id", AS_TEXT);
                }
            }
            case TEXT -> {
                // text is taken as written
            }
        }
    }

    private static void noteNumber(String field, String digits, Fields fields) {
        if (field.equals(IdentityNumber.FIELD)) {
            fields.problem(
                    field,
                    "is a number in the sheet, and may have lost zeros before it",
                    "format the column as text, and write the number again with all its digits");
        } else if (field.equals("participantRef") && digits.startsWith("-")) {
            fields.problem(field, "is a negative number in the sheet, not a reference", AS_TEXT);
        } else if (field.equals("participantRef") && digits.contains(".")) {
            fields.problem(field, "is a number with a fraction in the sheet, not a reference", AS_TEXT);
        } else if (DAYS.contains(field)) {
            fields.problem(
                    field, "is a number in the sheet, not a day", "format the cell as a date, and check the result");
        }
    }

    private static void noteDay(String field, SheetCell cell, Fields fields) {
        if (NAMES.contains(field)) {
            fields.problem(field, "is a date in the sheet, as spreadsheets make of texts such as 1-5", AS_TEXT);
        } else if (SEGMENTS.contains(field)) {
            fields.warning(field, "is a date in the sheet, as spreadsheets make of texts such as 10-19", AS_TEXT);
        } else if (cell.kind() == SheetCell.Kind.TIME_OF_A_DAY) {
            fields.warning(field, "shows only a time in the sheet", "check its day");
        }
    }
}
