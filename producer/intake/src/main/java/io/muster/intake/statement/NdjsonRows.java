package io.muster.intake.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.muster.intake.row.Fields;
import io.muster.intake.row.Heading;
import io.muster.intake.row.InputRow;
import io.muster.intake.row.RejectFormat;
import io.muster.intake.row.Rows;
import io.muster.intake.text.RawLines;
import io.muster.intake.text.RawLines.RawLine;
import io.muster.intake.text.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an NDJSON file: one JSON object per line. */
final class NdjsonRows implements Rows {

    /** Limits the ignored field names that are kept, because a broken writer may invent a new one in each line. */
    private static final int MAX_IGNORED = 100;

    private static final String REMEDY = "write one JSON object per line";

    private final String file;
    private final InputStream in;
    private final RawLines lines;
    private final Set<String> ignored = new LinkedHashSet<>();
    private final ObjectReader json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader();

    NdjsonRows(String file, InputStream in, TextEncoding encoding) {
        this.file = file;
        this.in = in;
        this.lines = new RawLines(file, in, encoding);
    }

    @Override
    public @Nullable InputRow next() throws IOException {
        for (RawLine line = lines.next(); line != null; line = lines.next()) {
            if (!line.text().toString().isBlank()) {
                return new InputRow(read(line), line::text);
            }
        }
        return null;
    }

    private Fields read(RawLine line) {
        try {
            JsonNode object = json.readTree(line.text().decode());
            noteIgnored(object);
            return StatementJson.fields(file, line.number(), object);
        } catch (JsonProcessingException e) {
            return broken(line, "is not JSON" + detail(e), REMEDY);
        } catch (CharacterCodingException e) {
            return broken(line, "is not in UTF-8", "write the file in UTF-8");
        }
    }

    private void noteIgnored(JsonNode object) {
        object.fieldNames().forEachRemaining(field -> {
            if (!StatementJson.isKnown(field) && ignored.size() < MAX_IGNORED) {
                ignored.add(field);
            }
        });
    }

    /** The parser message may quote a value, which may be an identity number. Field names are safe. */
    private static String detail(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        if (message.startsWith("Duplicate field")) {
            return ": " + message;
        }
        return e.getLocation() == null ? "" : " at character " + e.getLocation().getColumnNr();
    }

    private Fields broken(RawLine line, String problem, String remedy) {
        return Fields.broken(file, line.number(), problem, remedy);
    }

    @Override
    public @Nullable Heading heading() {
        return null;
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public Set<String> ignored() {
        return Collections.unmodifiableSet(ignored);
    }

    @Override
    public RejectFormat rejectFormat() {
        return RejectFormat.asGiven(lines.encoding());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
