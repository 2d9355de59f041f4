package io.muster.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.muster.intake.RawLines.RawLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The lines of an NDJSON file: one JSON object each. */
final class NdjsonRows implements Rows {

    /** As many names of ignored fields are kept; a broken writer could make up a new one in each line. */
    private static final int MAX_IGNORED = 100;

    private static final String REMEDY = "write one JSON object per line";

    private final String file;
    private final InputStream in;
    private final RawLines lines;
    private final Predicate<String> known;
    private final Set<String> ignored = new LinkedHashSet<>();
    private final ObjectReader json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader();

    NdjsonRows(String file, InputStream in, Predicate<String> known) {
        this.file = file;
        this.in = in;
        this.lines = new RawLines(file, in);
        this.known = known;
    }

    @Override
    public @Nullable Row next() throws IOException {
        for (RawLine line = lines.next(); line != null; line = lines.next()) {
            if (!line.text().toString().isBlank()) {
                return new Row(read(line), line.text());
            }
        }
        return null;
    }

    private Fields read(RawLine line) {
        try {
            JsonNode object = json.readTree(line.text().decode());
            return object.isObject() ? fields(line, object) : broken(line, "is not a JSON object", REMEDY);
        } catch (JsonProcessingException e) {
            return broken(line, "is not JSON: " + e.getOriginalMessage(), REMEDY);
        } catch (CharacterCodingException e) {
            return broken(line, "is not in UTF-8", "write the file in UTF-8");
        }
    }

    private Fields fields(RawLine line, JsonNode object) {
        for (var property : object.properties()) {
            if (property.getValue().isContainerNode() && known.test(property.getKey())) {
                return broken(line, property.getKey() + " is a list or an object", "write text or a number");
            }
            if (!known.test(property.getKey()) && ignored.size() < MAX_IGNORED) {
                ignored.add(property.getKey());
            }
        }
        return new Fields(file, line.number(), field -> {
            JsonNode value = object.get(field);
            return value == null || value.isNull() ? null : Text.cleanOrNull(value.asText());
        });
    }

    private Fields broken(RawLine line, String problem, String remedy) {
        return Fields.broken(file, line.number(), problem, remedy);
    }

    @Override
    public Set<String> ignored() {
        return Collections.unmodifiableSet(ignored);
    }

    @Override
    public RejectFormat rejectFormat() {
        return RejectFormat.AS_GIVEN;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
