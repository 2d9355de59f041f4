package io.muster.intake.row;

import io.muster.domain.CanonicalForm;
import io.muster.domain.InvalidFieldException;
import io.muster.domain.participant.IdentityNumber;
import io.muster.intake.date.Dates;
import io.muster.intake.date.UnreadableException;
import io.muster.intake.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of one line by field, read as what they should be. Every problem is noted, so that one reading finds them all: a
 * value that is wrong reads as a stand-in, and nothing is made of a line that {@linkplain #isBroken() is broken}.
 */
public final class Fields {

    private static final int UUID_LENGTH = 36;
    private static final String MISSING = "is empty";

    private final String file;
    private final long line;
    private final Values values;
    private final Map<String, String> standing = new HashMap<>(0);
    private final List<Problem> problems = new ArrayList<>(0);
    private final List<Problem> warnings = new ArrayList<>(0);

    /** Where the values come from. */
    @FunctionalInterface
    public interface Values {
        /** The cleaned value, or null where there is none. */
        @Nullable
        String get(String field);

        /** Where that is; null where fields are called by their names. */
        default Problem.@Nullable Column column(String field) {
            return null;
        }
    }

    /**
     * @param file as the user named it
     * @param line from 1
     */
    public Fields(String file, long line, Values values) {
        this.file = file;
        this.line = line;
        this.values = values;
    }

    /** A line whose values cannot even be told apart. */
    public static Fields broken(String file, long line, String problem, String remedy) {
        Fields fields = new Fields(file, line, field -> null);
        fields.problems.add(Problem.ofLine(file, line, problem, remedy));
        return fields;
    }

    /** The file, as the user named it. */
    public String file() {
        return file;
    }

    /** The number of the line, from 1. */
    public long line() {
        return line;
    }

    /** Whether anything is wrong with what was read so far. */
    public boolean isBroken() {
        return !problems.isEmpty();
    }

    /** All that was found wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Notes what is wrong with a field, or, where that is null, with the whole line. */
    public void problem(@Nullable String field, String problem, String remedy) {
        // what was brought to another form is not wrong because of it
        String hidden = field == null || standing.containsKey(field) ? null : hiddenIn(values.get(field));
        if (hidden == null || problem.contains(hidden)) {
            problems.add(found(field, problem, remedy));
        } else {
            problems.add(found(field, problem + ", and contains " + hidden, "remove that character; " + remedy));
        }
    }

    /** Notes what is odd about a field, but does not make the line wrong. */
    public void warning(String field, String oddity, String remedy) {
        warnings.add(found(field, oddity, remedy));
    }

    /** All that was found odd so far. */
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    private Problem found(@Nullable String field, String problem, String remedy) {
        Problem.Column column = field == null ? null : values.column(field);
        return new Problem(file, line, column, field, shown(field), problem, remedy);
    }

    private static @Nullable String hiddenIn(@Nullable String value) {
        return value == null ? null : CanonicalForm.hiddenIn(value);
    }

    /** From now on the field reads as that, or as empty: what the file has there is only another way to say it. */
    public void stand(String field, String value) {
        standing.put(field, value);
    }

    /** From now on these read in their {@linkplain CanonicalForm one form}, however the file writes them. */
    public void readInOneForm(Collection<String> ids) {
        for (String id : ids) {
            String written = textOrNull(id);
            if (written != null) {
                stand(id, CanonicalForm.of(written));
            }
        }
    }

    /** Identity numbers are not shown, nor what looks like one. */
    private @Nullable String shown(@Nullable String field) {
        String value = field == null || field.equals(IdentityNumber.FIELD) ? null : values.get(field);
        return value == null || IdentityNumber.isBare(CanonicalForm.of(value)) ? null : value;
    }

    /** What is made of these values, or null if anything is wrong with them. */
    public <T> @Nullable T make(Supplier<T> record) {
        if (isBroken()) {
            return null;
        }
        try {
            return record.get();
        } catch (InvalidFieldException e) {
            problem(e.field(), e.problem(), "correct it");
            return null;
        }
    }

    /** The value, or null where there is none. */
    @Nullable
    public String textOrNull(String field) {
        String stands = standing.get(field);
        if (stands == null) {
            return values.get(field);
        }
        return stands.isEmpty() ? null : stands;
    }

    /** The value; a missing one is a problem, and reads as an empty text. */
    public String text(String field) {
        String value = textOrNull(field);
        if (value == null) {
            problem(field, MISSING, "fill it in");
            return "";
        }
        return value;
    }

    /** A text with rules of its own. */
    public String id(String field, Check check) {
        String value = text(field);
        String problem = value.isEmpty() ? null : check.problem(value);
        if (problem != null) {
            problem(field, problem, "correct it");
        }
        return value;
    }

    /** Says what is wrong with a value, or null. */
    @FunctionalInterface
    public interface Check {
        @Nullable
        String problem(String value);
    }

    /** A day; what is none is a problem, and reads as 1970-01-01. */
    public LocalDate date(String field, Dates dates) {
        String value = text(field);
        try {
            if (!value.isEmpty()) {
                LocalDate date = dates.date(value);
                stand(field, date.toString());
                return date;
            }
        } catch (UnreadableException e) {
            problem(field, e.problem(), e.remedy());
        }
        return LocalDate.EPOCH;
    }

    /** A moment; what is none is a problem, and reads as 1970-01-01T00:00Z. */
    public Instant instant(String field, Dates dates) {
        Instant instant = text(field).isEmpty() ? null : instantOrNull(field, dates);
        return instant == null ? Instant.EPOCH : instant;
    }

    /** A moment, or null where there is no value; what is no moment is a problem, and reads as null. */
    @Nullable
    public Instant instantOrNull(String field, Dates dates) {
        String value = textOrNull(field);
        if (value == null) {
            return null;
        }
        try {
            Instant instant = dates.instant(value);
            if (!Dates.isIsoInstant(value)) {
                stand(field, instant.toString());
            }
            return instant;
        } catch (UnreadableException e) {
            problem(field, e.problem(), e.remedy());
            return null;
        }
    }

    /** A whole number; what is none is a problem, and reads as 0. */
    public long wholeNumber(String field) {
        Long number = text(field).isEmpty() ? null : wholeNumberOrNull(field);
        return number == null ? 0 : number;
    }

    /** A whole number, or null where there is no value; what is none is a problem, and reads as null. */
    @Nullable
    public Long wholeNumberOrNull(String field) {
        String value = textOrNull(field);
        if (value == null) {
            return null;
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            problem(field, "is not a whole number", "write digits only, as in 3285");
            return null;
        }
    }

    /** A UUID, or null where there is no value; what is none is a problem, and reads as null. */
    @Nullable
    public UUID uuidOrNull(String field) {
        String value = textOrNull(field);
        if (value == null) {
            return null;
        }
        try {
            if (value.length() == UUID_LENGTH) {
                return UUID.fromString(value);
            }
        } catch (IllegalArgumentException e) {
            // told below, as for every other text that is no UUID
        }
        problem(field, "is not a UUID", "write it as in 123e4567-e89b-12d3-a456-426614174000, or leave it empty");
        return null;
    }

    /** One of several words, each with its meaning; the stand-in where there is no value. */
    public <T> T oneOf(String field, Map<String, T> meanings, T standIn) {
        String value = textOrNull(field);
        if (value == null) {
            return standIn;
        }
        T meaning = meanings.get(value);
        if (meaning == null) {
            problem(field, "is not known", "write one of " + String.join(", ", meanings.keySet()));
            return standIn;
        }
        return meaning;
    }
}
