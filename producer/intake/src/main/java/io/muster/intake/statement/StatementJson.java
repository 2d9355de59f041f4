package io.muster.intake.statement;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.statement.Statement;
import io.muster.intake.date.Dates;
import io.muster.intake.row.Fields;
import io.muster.intake.text.RawText;
import io.muster.intake.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads statements from JSON objects with the fields of {@code EnrollmentEvent}. The fields {@code eventId}, {@code
 * version}, {@code enrolledAt} and the segments are optional; {@code identityNumber} may replace {@code
 * participantRef}. Thread-safe.
 */
public final class StatementJson {

    private static final String REMEDY = "write one JSON object per statement";

    private final StatementParser parser;

    /**
     * @param key replaces identity numbers by references before anything else is derived; without it they are refused
     * @param numericRefs whether references may be bare numbers as long as an identity number
     */
    public StatementJson(Optional<ParticipantKey> key, NumericRefs numericRefs) {
        this.parser = new StatementParser(
                new ReadingSettings.Participants(key, numericRefs),
                Dates.ISO,
                new AreaFinder(List.of(), List::of),
                new CampaignDays(List::of));
    }

    /** Whether a statement has this field. Other fields of an object are ignored. */
    public static boolean isKnown(String field) {
        return StatementFieldNames.isKnown(field);
    }

    /**
     * Parses an object into a statement or its problems. No problem shows an identity number.
     *
     * @param name name of the source in messages
     * @param number position in the source, from 1
     * @param now statements recorded more than a day after it are refused
     * @return the statement, or an invalid line without original text
     */
    public Line read(String name, long number, JsonNode object, Instant now) {
        Fields fields = fields(name, number, object);
        Statement statement = parser.parse(fields, now);
        return statement == null
                ? new InvalidLine(number, fields.problems(), RawText.NONE)
                : new StatementLine(number, statement);
    }

    /** The values of an object by field. */
    static Fields fields(String name, long number, JsonNode object) {
        if (!object.isObject()) {
            return Fields.broken(name, number, "is not a JSON object", REMEDY);
        }
        for (var property : object.properties()) {
            if (property.getValue().isContainerNode() && isKnown(property.getKey())) {
                return Fields.broken(
                        name, number, property.getKey() + " is a list or an object", "write text or a number");
            }
        }
        JsonNode participant = object.path("participantRef");
        if (participant.isBoolean() || participant.isFloatingPointNumber()) {
            return Fields.broken(
                    name,
                    number,
                    "participantRef is " + (participant.isBoolean() ? "true or false" : "a number with a fraction"),
                    "write the reference as text");
        }
        return new Fields(name, number, field -> {
            JsonNode value = object.get(field);
            return value == null || value.isNull() ? null : Text.cleanOrNull(value.asText());
        });
    }
}
