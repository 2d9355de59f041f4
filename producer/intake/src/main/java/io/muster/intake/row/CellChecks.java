package io.muster.intake.row;

import io.muster.domain.participant.IdentityNumber;
import java.util.List;
import java.util.Set;

/** Holds what the cells of a row are against what its fields should be: a sheet may show the one and hold the other. */
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
            if (index != null && index < cells.size() && !field.equals(Naming.NOBODY)) {
                note(field, cells.get(index), fields);
            }
        }
    }

    private static void note(String field, SheetCell cell, Fields fields) {
        SheetCell.Flaw flaw = cell.flaw();
        if (flaw != null) {
            fields.problem(field, flaw.problem(), flaw.remedy());
            return;
        }
        switch (cell.kind()) {
            case NUMBER -> noteNumber(field, String.valueOf(cell.text()), fields);
            case DAY, TIME_OF_A_DAY -> noteDay(field, cell, fields);
            case LOGICAL -> {
                if (NAMES.contains(field)) {
                    fields.problem(field, "is a logical value of the sheet, and names nobody and nothing", AS_TEXT);
                }
            }
            case TEXT -> {
                // it is what it says
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
            fields.problem(field, "is a number below zero in the sheet, and names nobody", AS_TEXT);
        } else if (field.equals("participantRef") && digits.contains(".")) {
            fields.problem(field, "is a number with a fraction in the sheet, and names nobody", AS_TEXT);
        } else if (DAYS.contains(field)) {
            fields.problem(
                    field,
                    "is a number in the sheet, not a day",
                    "format the cell as a day, and look at what it shows");
        }
    }

    private static void noteDay(String field, SheetCell cell, Fields fields) {
        if (NAMES.contains(field)) {
            fields.problem(field, "is a day in the sheet, as spreadsheets make of texts such as 1-5", AS_TEXT);
        } else if (SEGMENTS.contains(field)) {
            fields.warning(field, "is a day in the sheet, as spreadsheets make of texts such as 10-19", AS_TEXT);
        } else if (cell.kind() == SheetCell.Kind.TIME_OF_A_DAY) {
            fields.warning(field, "shows only a time in the sheet", "look whether its day is right");
        }
    }
}
