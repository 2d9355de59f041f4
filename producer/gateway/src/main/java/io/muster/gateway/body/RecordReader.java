package io.muster.gateway.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.muster.domain.participant.IdentityNumber;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import io.muster.gateway.body.Slices.Slice;
import io.muster.intake.statement.BadLine;
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

/** Makes statements of a body, one record at a time. */
public final class RecordReader {

    private static final int UUID_LENGTH = 36;

    private static final Flaw NOT_AN_OBJECT =
            new Flaw(null, "is not a JSON object that is taken", "send an object with the fields of a statement");
    private static final Flaw TOO_LONG = new Flaw(
            null,
            "has more than " + BodyLimits.MAX_RECORD_BYTES + " bytes",
            "send the fields of a statement, and nothing else");
    private static final Flaw NO_IDENTITY_NUMBERS = new Flaw(
            IdentityNumber.FIELD, "is not taken by this gateway", "send a participantRef, made under the agency's key");

    private final ObjectReader json = JsonMapper.builder(Slices.JSON)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();
    private final EventReader events = new EventReader(json);
    private final BodyLimits limits;
    private final StatementJson statements;
    private final boolean takesIdentityNumbers;
    private final InstantSource clock;

    /**
     * @param participantKey makes participants of identity numbers; without it they are refused
     * @param numericRefs whether participants may be known by bare numbers as long as identity numbers
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
     * Every record of a body, in its order.
     *
     * @param eventHeaders the headers that hold attributes of a CloudEvent, and the type of its data
     * @throws RefusedException if the records cannot be told apart, or there are too many, or none
     */
    public List<Reading> read(BodyForm form, Body body, Map<String, String> eventHeaders) {
        List<Slice> slices = switch (form) {
            case LINES -> Slices.ofLines(body, limits);
            case JSON -> Slices.ofJson(body, limits, true, true);
            case EVENT, EVENT_DATA -> Slices.ofJson(body, limits, true, false);
            case EVENTS -> Slices.ofJson(body, limits, false, true);
        };
        if (slices.isEmpty()) {
            throw RefusedException.of(400, "there is no statement in the body");
        }
        Instant now = clock.instant();
        List<Reading> readings = new ArrayList<>(slices.size());
        for (Slice slice : slices) {
            readings.add(read(readings.size(), form, body, slice, eventHeaders, now));
        }
        return readings;
    }

    private Reading read(
            int index, BodyForm form, Body body, Slice slice, Map<String, String> eventHeaders, Instant now) {
        if (slice.end() - slice.start() > BodyLimits.MAX_RECORD_BYTES) {
            return new Reading.Bad(index, null, List.of(TOO_LONG));
        }
        JsonNode object = object(body, slice);
        if (object == null) {
            return new Reading.Bad(index, null, List.of(NOT_AN_OBJECT));
        }
        try {
            JsonNode stated = switch (form) {
                case JSON, LINES -> object;
                case EVENT, EVENTS -> events.statementOf(object);
                case EVENT_DATA -> events.statementOf(eventHeaders, object);
            };
            return read(index, stated, now);
        } catch (InvalidEventException e) {
            return new Reading.Bad(index, null, List.of(e.flaw()));
        }
    }

    private Reading read(int index, JsonNode stated, Instant now) {
        if (!takesIdentityNumbers && stated.hasNonNull(IdentityNumber.FIELD)) {
            return new Reading.Bad(index, eventId(stated), List.of(NO_IDENTITY_NUMBERS));
        }
        Line line = statements.read("body", index, stated, now);
        if (line instanceof StatementLine good) {
            return new Reading.Good(index, good.statement());
        }
        List<Flaw> flaws = ((BadLine) line)
                .problems().stream()
                        .map(problem -> new Flaw(problem.field(), problem.problem(), problem.remedy()))
                        .toList();
        return new Reading.Bad(index, eventId(stated), flaws);
    }

    private @Nullable JsonNode object(Body body, Slice slice) {
        try (JsonParser parser = json.createParser(body.bytes(), slice.start(), slice.end() - slice.start())) {
            JsonNode node = json.readTree(parser);
            return node != null && node.isObject() && parser.nextToken() == null ? node : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Only what is a UUID: something else may be anything, and is not shown. */
    private static @Nullable String eventId(JsonNode stated) {
        String text = stated.path("eventId").asText();
        try {
            return text.length() == UUID_LENGTH ? UUID.fromString(text).toString() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
