package io.muster.intake.statement;

import io.muster.intake.row.Fields;
import java.util.Collection;
import java.util.regex.Pattern;

/** Detects values that a spreadsheet left in place of the intended ones. */
final class SpreadsheetValues {

    private static final String PARTICIPANT = "participantRef";
    private static final Pattern ERROR = Pattern.compile("#(?:N/A|NAME\\?|DIV/0!|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!"
            + "|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA)");
    private static final Pattern LOGICAL = Pattern.compile("(?i)true|false");
    private static final Pattern NEGATIVE = Pattern.compile("[-\u2212]\\d+(?:[.,]\\d+)?");
    private static final Pattern FRACTION = Pattern.compile("\\d+[.,]\\d+");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}[/-]\\d{1,2}[/-]\\d{4}|\\d{4}-\\d{2}-\\d{2}");
    private static final String AS_TEXT = "write the reference as text, in a column that is formatted as text";

    private SpreadsheetValues() {}

    /** Notes error values in any field, and implausible participant references. */
    static void check(Fields fields, Collection<String> names) {
        for (String name : names) {
            String value = fields.textOrNull(name);
            if (value != null && ERROR.matcher(value).matches()) {
                fields.problem(
                        name,
                        "is an error of a spreadsheet",
                        "correct the formula, or empty the cell if nothing is known");
            }
        }
        String participant = fields.textOrNull(PARTICIPANT);
        if (participant != null) {
            checkParticipant(fields, participant);
        }
    }

    private static void checkParticipant(Fields fields, String value) {
        if (LOGICAL.matcher(value).matches()) {
            fields.problem(PARTICIPANT, "is a logical value of a spreadsheet, not a reference", AS_TEXT);
        } else if (NEGATIVE.matcher(value).matches()) {
            fields.problem(PARTICIPANT, "is a negative number, not a reference", AS_TEXT);
        } else if (FRACTION.matcher(value).matches()) {
            fields.warning(
                    PARTICIPANT,
                    "is a number with a fraction",
                    "check whether a spreadsheet made it; if so, " + AS_TEXT);
        } else if (DAY.matcher(value).matches()) {
            fields.warning(PARTICIPANT, "is a day", "check whether a spreadsheet converted a text; if so, " + AS_TEXT);
        }
    }
}
