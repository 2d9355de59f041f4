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
 * Reads statements from JSON objects with the fields of {@code EnrollmentEvent}. {@code eventId}, {@code version}, {@code enrolledAt}
 * and the segments may be left out; {@code identityNumber} may stand for {@code participantRef}. May be used by many threads.
 */
public final class StatementJson {

    private static final String REMEDY = "write one JSON object per statement";

    private final StatementFields statements;

    /**
     * @param key under which identity numbers are replaced before anything else is made of them; without one they are refused
     * @param numericRefs whether participants may be known by bare numbers as long as identity numbers
     */
    public StatementJson(Optional<ParticipantKey> key, NumericRefs numericRefs) {
        this.statements = new StatementFields(
                key, numericRefs, Dates.ISO, new AreaFinder(List.of(), List::of), new CampaignDays(List::of));
    }

    /** Whether a statement has such a field; what else an object has is not read. */
    public static boolean isKnown(String field) {
        return StatementFields.isKnown(field);
    }

    /**
     * The statement that an object makes, or all that is wrong with it; no problem shows an identity number.
     *
     * @param name how problems name where it comes from
     * @param number its number there, from 1
     * @param now what was recorded more than a day after it is refused
     * @return a line that, where it is bad, comes without its original
     */
    public Line read(String name, long number, JsonNode object, Instant now) {
        Fields fields = fields(name, number, object);
        Statement statement = statements.read(fields, now);
        return statement == null
                ? new BadLine(number, fields.problems(), RawText.NONE)
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
