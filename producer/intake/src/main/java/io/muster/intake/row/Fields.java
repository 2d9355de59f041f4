package io.muster.intake.row;

import io.muster.domain.CanonicalForm;
import io.muster.domain.InvalidFieldException;
import io.muster.domain.participant.IdentityNumber;
import io.muster.intake.date.Dates;
import io.muster.intake.date.UnreadableException;
import io.muster.intake.text.Problem;
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
 * The values of one line by field, with typed accessors. An invalid value is noted as a problem and replaced by a
 * placeholder, so that one pass finds all problems. Nothing may be derived from a line that {@linkplain #isBroken() is
 * broken}.
 */
public final class Fields {

    private static final int UUID_LENGTH = 36;
    private static final String MISSING = "is empty";

    private final String file;
    private final long line;
    private final Values values;
    private final Map<String, String> overrides = new HashMap<>(0);
    private final List<Problem> problems = new ArrayList<>(0);
    private final List<Problem> warnings = new ArrayList<>(0);

    /** The source of the values. */
    @FunctionalInterface
    public interface Values {
        /** The cleaned value, or null if there is none. */
        @Nullable
        String get(String field);

        /** Column of the field; null if fields have no columns of their own. */
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

    /** A line that cannot be split into values. */
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

    /** Whether any problem has been noted so far. */
    public boolean isBroken() {
        return !problems.isEmpty();
    }

    /** The problems noted so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Notes a problem of a field, or of the whole line if the field is null. */
    public void problem(@Nullable String field, String problem, String remedy) {
        // Overridden values are already normalized, so their hidden characters are not at fault.
        String hidden = field == null || overrides.containsKey(field) ? null : hiddenIn(values.get(field));
        if (hidden == null || problem.contains(hidden)) {
            problems.add(found(field, problem, remedy));
        } else {
            problems.add(found(field, problem + ", and contains " + hidden, "remove that character; " + remedy));
        }
    }

    /** Notes a warning. The line stays valid. */
    public void warning(String field, String problem, String remedy) {
        warnings.add(found(field, problem, remedy));
    }

    /** The warnings noted so far. */
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

    /** Overrides the value of a field with its normalized form; an empty text clears it. */
    public void override(String field, String value) {
        overrides.put(field, value);
    }

    /** Overrides the values of these fields with their {@linkplain CanonicalForm canonical form}. */
    public void canonicalize(Collection<String> ids) {
        for (String id : ids) {
            String written = textOrNull(id);
            if (written != null) {
                override(id, CanonicalForm.of(written));
            }
        }
    }

    /** The value for messages. Never shows an identity number, nor anything that looks like one. */
    private @Nullable String shown(@Nullable String field) {
        String value = field == null || field.equals(IdentityNumber.FIELD) ? null : values.get(field);
        return value == null || IdentityNumber.isBare(CanonicalForm.of(value)) ? null : value;
    }

    /** The record made of these values, or null if any of them is wrong. */
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

    /** The value, or null if it is empty. */
    @Nullable
    public String textOrNull(String field) {
        String overridden = overrides.get(field);
        if (overridden == null) {
            return values.get(field);
        }
        return overridden.isEmpty() ? null : overridden;
    }

    /** The value. A missing value is a problem and reads as an empty text. */
    public String text(String field) {
        String value = textOrNull(field);
        if (value == null) {
            problem(field, MISSING, "fill it in");
            return "";
        }
        return value;
    }

    /** The value. A missing value, or one that fails the check, is a problem. */
    public String id(String field, Check check) {
        String value = text(field);
        String problem = value.isEmpty() ? null : check.problem(value);
        if (problem != null) {
            problem(field, problem, "correct it");
        }
        return value;
    }

    /** Describes what is wrong with a value; null if nothing is. */
    @FunctionalInterface
    public interface Check {
        @Nullable
        String problem(String value);
    }

    /** A date. An invalid one is a problem and reads as 1970-01-01. */
    public LocalDate date(String field, Dates dates) {
        String value = text(field);
        try {
            if (!value.isEmpty()) {
                LocalDate date = dates.date(value);
                override(field, date.toString());
                return date;
            }
        } catch (UnreadableException e) {
            problem(field, e.problem(), e.remedy());
        }
        return LocalDate.EPOCH;
    }

    /** An instant. An invalid one is a problem and reads as 1970-01-01T00:00Z. */
    public Instant instant(String field, Dates dates) {
        Instant instant = text(field).isEmpty() ? null : instantOrNull(field, dates);
        return instant == null ? Instant.EPOCH : instant;
    }

    /** An instant, or null if it is empty. An invalid one is a problem and reads as null. */
    @Nullable
    public Instant instantOrNull(String field, Dates dates) {
        String value = textOrNull(field);
        if (value == null) {
            return null;
        }
        try {
            Instant instant = dates.instant(value);
            if (!Dates.isIsoInstant(value)) {
                override(field, instant.toString());
            }
            return instant;
        } catch (UnreadableException e) {
            problem(field, e.problem(), e.remedy());
            return null;
        }
    }

    /** A whole number. An invalid one is a problem and reads as 0. */
    public long wholeNumber(String field) {
        Long number = text(field).isEmpty() ? null : wholeNumberOrNull(field);
        return number == null ? 0 : number;
    }

    /** A whole number, or null if it is empty. An invalid one is a problem and reads as null. */
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

    /** A UUID, or null if it is empty. An invalid one is a problem and reads as null. */
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
            // handled below, like any other invalid text
        }
        problem(field, "is not a UUID", "write it as in 123e4567-e89b-12d3-a456-426614174000, or leave it empty");
        return null;
    }

    /** One of several words, mapped to its meaning; the default if the field is empty or the word is unknown. */
    public <T> T oneOf(String field, Map<String, T> meanings, T defaultValue) {
        String value = textOrNull(field);
        if (value == null) {
            return defaultValue;
        }
        T meaning = meanings.get(value);
        if (meaning == null) {
            problem(field, "is not known", "write one of " + String.join(", ", meanings.keySet()));
            return defaultValue;
        }
        return meaning;
    }
}
