package io.muster.domain.participant;

import io.muster.domain.InvalidFieldException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Insurance and citizen numbers as people write them: with blanks, dots or dashes, in full-width digits, in lowercase
 * letters. The normalised number is compatibility composed (Unicode NFKC), in capitals, without blanks, dots, dashes
 * and invisible characters. Messages never show the number.
 */
public final class IdentityNumber {

    /** The field that may hold such a number instead of {@code participantRef}. */
    public static final String FIELD = "identityNumber";

    private static final int SHORTEST = 6;
    private static final int LONGEST = 32;
    private static final int FEWEST_DIGITS = 9;
    private static final int MOST_DIGITS = 12;

    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}.]+");
    private static final Pattern DIGITS_AND_LETTERS = Pattern.compile("[A-Z0-9]+");

    /**
     * Citizen numbers of Viet Nam have 12 digits, insurance numbers 10, older identity cards 9. A number of 11 digits
     * has most likely lost a leading zero.
     */
    private static final Pattern ELEVEN_DIGITS = Pattern.compile("[0-9]{11}");

    private IdentityNumber() {}

    /** Whether a text consists of 9 to 12 ASCII digits, as identity numbers do. */
    public static boolean isBare(String text) {
        if (text.length() < FEWEST_DIGITS || text.length() > MOST_DIGITS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** @throws InvalidFieldException if it is not an identity number; the message does not show it */
    static String normalised(String written) {
        String number = IGNORED.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        if (!DIGITS_AND_LETTERS.matcher(number).matches()) {
            throw invalid(
                    "must be made of digits and letters A to Z; a spreadsheet that shows it as 2.4E+10 has rounded it");
        }
        if (number.length() < SHORTEST || number.length() > LONGEST) {
            throw invalid(
                    "must have " + SHORTEST + " to " + LONGEST + " digits and letters, but has " + number.length());
        }
        if (ELEVEN_DIGITS.matcher(number).matches()) {
            throw invalid("has 11 digits: a spreadsheet may have dropped the zero before it");
        }
        return number;
    }

    private static InvalidFieldException invalid(String problem) {
        return new InvalidFieldException(FIELD, problem);
    }
}
