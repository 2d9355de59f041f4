package io.muster.intake.statement;

import io.muster.intake.row.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Values of fields that a line leaves out. */
final class DerivedFields {

    private static final char SEPARATOR = '\u001f';

    private DerivedFields() {}

    /**
     * Noon UTC of the day, or {@code recordedAt} if that is earlier: an enrollment is never recorded before it
     * happens.
     */
    static Instant enrolledAt(LocalDate enrolledOn, Instant recordedAt) {
        Instant noon = enrolledOn.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return recordedAt.isBefore(noon) ? recordedAt : noon;
    }

    /** A name-based UUID of all other fields, so that the same line sent again is the same event. */
    static UUID eventId(Fields fields) {
        StringBuilder content = new StringBuilder();
        for (String field : StatementFieldNames.CONTENT) {
            String value = fields.textOrNull(field);
            content.append(value == null ? "" : value).append(SEPARATOR);
        }
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8));
    }
}
