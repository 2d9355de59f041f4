package io.muster.gateway.body;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a body into records without parsing them, so that only one record at a time is held in parsed form. */
final class RecordSplitter {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_NAME_LENGTH = 256;
    private static final int MAX_NUMBER_LENGTH = 64;

    /** Creates parsers with bounded memory. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(BodyLimits.MAX_RECORD_BYTES)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String REMEDY = "; send JSON in UTF-8 with objects at most " + MAX_DEPTH + " deep";

    /**
     * The position of a record in the body.
     *
     * @param start offset of its first byte
     * @param end offset after its last byte
     */
    record Slice(int start, int end) {}

    private final Body body;
    private final BodyLimits limits;
    private final List<Slice> found = new ArrayList<>();

    private RecordSplitter(Body body, BodyLimits limits) {
        this.body = body;
        this.limits = limits;
    }

    /** @throws RefusedException if there are too many records */
    static List<Slice> ofLines(Body body, BodyLimits limits) {
        RecordSplitter splitter = new RecordSplitter(body, limits);
        int start = 0;
        for (int i = 0; i <= body.length(); i++) {
            if (i == body.length() || body.bytes()[i] == '\n') {
                if (!splitter.isBlank(start, i)) {
                    splitter.add(start, i);
                }
                start = i + 1;
            }
        }
        return splitter.found;
    }

    /** @throws RefusedException if the body is not a JSON object or array as allowed, or has too many records */
    static List<Slice> ofJson(Body body, BodyLimits limits, boolean objectAllowed, boolean arrayAllowed) {
        RecordSplitter splitter = new RecordSplitter(body, limits);
        try (JsonParser parser = JSON.createParser(body.bytes(), 0, body.length())) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT && objectAllowed) {
                splitter.addValue(parser);
            } else if (first == JsonToken.START_ARRAY && arrayAllowed) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    splitter.addValue(parser);
                }
            } else {
                throw RefusedException.of(
                        400,
                        "the body is not " + (objectAllowed ? "a JSON object" : "")
                                + (objectAllowed && arrayAllowed ? " or " : "")
                                + (arrayAllowed ? "an array of JSON objects" : ""));
            }
            if (parser.nextToken() != null) {
                throw RefusedException.of(
                        400, "something follows the JSON; one object per line is application/x-ndjson");
            }
        } catch (JacksonException e) {
            throw notJson(e.getLocation());
        } catch (IOException e) {
            throw notJson(null);
        }
        return splitter.found;
    }

    /** The refusal of malformed JSON. It gives only the position, because Jackson's message quotes the body. */
    private static RefusedException notJson(@Nullable JsonLocation location) {
        String place = location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return RefusedException.of(400, "the body is not acceptable JSON" + place + REMEDY);
    }

    private void addValue(JsonParser parser) throws IOException {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        boolean container = parser.currentToken().isStructStart();
        parser.skipChildren();
        add(start, container ? (int) parser.currentLocation().getByteOffset() : start);
    }

    private void add(int start, int end) {
        if (found.size() == limits.maxRecords()) {
            throw RefusedException.of(
                    413, "there are more than " + limits.maxRecords() + " statements; send fewer at a time");
        }
        found.add(new Slice(start, end));
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (body.bytes()[i] > ' ' || body.bytes()[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
