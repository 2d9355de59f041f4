package io.muster.gateway.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.muster.domain.participant.IdentityNumber;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import io.muster.gateway.body.RecordSplitter.Slice;
import io.muster.intake.statement.InvalidLine;
import io.muster.intake.statement.Line;
import io.muster.intake.statement.StatementJson;
import io.muster.intake.statement.StatementLine;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parses the records of a request body into statements, one at a time. */
public final class RecordReader {

    private static final int UUID_LENGTH = 36;

    private static final RecordProblem NOT_AN_OBJECT = new RecordProblem(
            null, "is not an acceptable JSON object", "send an object with the fields of a statement");
    private static final RecordProblem TOO_LONG = new RecordProblem(
            null,
            "has more than " + BodyLimits.MAX_RECORD_BYTES + " bytes",
            "send the fields of a statement, and nothing else");
    private static final RecordProblem IDENTITY_NUMBER_REFUSED = new RecordProblem(
            IdentityNumber.FIELD,
            "is not accepted by this gateway",
            "send a participantRef, made under the agency's key");

    private final ObjectReader json = JsonMapper.builder(RecordSplitter.JSON)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();
    private final EventReader events = new EventReader(json);
    private final BodyLimits limits;
    private final StatementJson statements;
    private final boolean takesIdentityNumbers;
    private final InstantSource clock;

    /**
     * @param participantKey replaces identity numbers by references; without it they are refused
     * @param numericRefs whether references may be bare numbers as long as an identity number
     * @param clock statements recorded more than a day after its time are refused
     */
    public RecordReader(
            BodyLimits limits, Optional<ParticipantKey> participantKey, NumericRefs numericRefs, InstantSource clock) {
        this.limits = limits;
        this.statements = new StatementJson(participantKey, numericRefs);
        this.takesIdentityNumbers = participantKey.isPresent();
        this.clock = clock;
    }

    /**
     * Parses every record of a body, in order.
     *
     * @param eventHeaders headers with CloudEvent attributes, and the content type of the data
     * @throws RefusedException if the body is not in UTF-8, cannot be split into records, or has too many or none
     */
    public List<ParsedRecord> read(BodyForm form, Body received, Map<String, String> eventHeaders) {
        Body body = received.inUtf8();
        List<Slice> slices = switch (form) {
            case LINES -> RecordSplitter.ofLines(body, limits);
            case JSON -> RecordSplitter.ofJson(body, limits, true, true);
            case EVENT, EVENT_DATA -> RecordSplitter.ofJson(body, limits, true, false);
            case EVENTS -> RecordSplitter.ofJson(body, limits, false, true);
        };
        if (slices.isEmpty()) {
            throw RefusedException.of(400, "there is no statement in the body");
        }
        Instant now = clock.instant();
        List<ParsedRecord> parsed = new ArrayList<>(slices.size());
        for (Slice slice : slices) {
            parsed.add(read(parsed.size(), form, body, slice, eventHeaders, now));
        }
        return parsed;
    }

    private ParsedRecord read(
            int index, BodyForm form, Body body, Slice slice, Map<String, String> eventHeaders, Instant now) {
        if (slice.end() - slice.start() > BodyLimits.MAX_RECORD_BYTES) {
            return new ParsedRecord.Invalid(index, null, List.of(TOO_LONG));
        }
        JsonNode object = object(body, slice);
        if (object == null) {
            return new ParsedRecord.Invalid(index, null, List.of(NOT_AN_OBJECT));
        }
        try {
            JsonNode stated = switch (form) {
                case JSON, LINES -> object;
                case EVENT, EVENTS -> events.statementOf(object);
                case EVENT_DATA -> events.statementOf(eventHeaders, object);
            };
            return read(index, stated, now);
        } catch (InvalidEventException e) {
            return new ParsedRecord.Invalid(index, null, List.of(e.problem()));
        }
    }

    private ParsedRecord read(int index, JsonNode stated, Instant now) {
        if (!takesIdentityNumbers && stated.hasNonNull(IdentityNumber.FIELD)) {
            return new ParsedRecord.Invalid(index, eventId(stated), List.of(IDENTITY_NUMBER_REFUSED));
        }
        Line line = statements.read("body", index, stated, now);
        if (line instanceof StatementLine good) {
            return new ParsedRecord.Valid(index, good.statement());
        }
        List<RecordProblem> problems = ((InvalidLine) line)
                .problems().stream()
                        .map(problem -> new RecordProblem(problem.field(), problem.problem(), problem.remedy()))
                        .toList();
        return new ParsedRecord.Invalid(index, eventId(stated), problems);
    }

    private @Nullable JsonNode object(Body body, Slice slice) {
        try (JsonParser parser = json.createParser(body.bytes(), slice.start(), slice.end() - slice.start())) {
            JsonNode node = json.readTree(parser);
            return node != null && node.isObject() && parser.nextToken() == null ? node : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** The event id if it is a UUID. Anything else may be personal data, and is not shown. */
    private static @Nullable String eventId(JsonNode stated) {
        String text = stated.path("eventId").asText();
        try {
            return text.length() == UUID_LENGTH ? UUID.fromString(text).toString() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
