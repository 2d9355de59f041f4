package io.muster.intake.statement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.domain.SpreadsheetText;
import io.muster.domain.statement.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a statement as a line with all fields. */
final class WrittenStatement {

    private WrittenStatement() {}

    static String csv(Statement statement) {
        Map<String, @Nullable String> values = values(statement);
        return Arrays.stream(StatementFiles.HEADING.split(",", -1))
                .map(field -> cell(values.get(field)))
                .collect(Collectors.joining(","));
    }

    static String json(Statement statement) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values(statement).forEach(object::put);
        return object.toString();
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : '"' + SpreadsheetText.escape(value).replace("\"", "\"\"") + '"';
    }

    private static Map<String, @Nullable String> values(Statement s) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("eventId", s.eventId().toString());
        values.put("campaignId", s.campaignId().value());
        values.put("participantRef", s.participantRef().value());
        values.put("version", Long.toString(s.version()));
        values.put("status", s.status().name());
        values.put("areaId", s.areaId().value());
        values.put("enrolledOn", s.enrolledOn().toString());
        values.put("enrolledAt", s.enrolledAt().toString());
        values.put("recordedAt", s.recordedAt().toString());
        values.put("source", s.source());
        values.put("gender", s.segments().gender().name());
        values.put("ageBand", s.segments().ageBand());
        values.put("occupation", s.segments().occupation());
        values.put("incomeBand", s.segments().incomeBand());
        return values;
    }
}
