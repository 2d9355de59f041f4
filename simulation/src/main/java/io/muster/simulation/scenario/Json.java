package io.muster.simulation.scenario;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, strings, numbers and null as JSON: maps line by line, a list's items one on a line. */
final class Json {

    private static final String INDENT = "  ";

    private Json() {}

    static String write(Map<String, ? extends @Nullable Object> value) {
        return block(value, "") + "\n";
    }

    private static String block(@Nullable Object value, String indent) {
        String deeper = indent + INDENT;
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return map.entrySet().stream()
                    .map(entry -> deeper + quoted(entry.getKey()) + ": " + block(entry.getValue(), deeper))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list.stream()
                    .map(item -> deeper + inline(item))
                    .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
        }
        return inline(value);
    }

    private static String inline(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ": " + inline(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::inline).collect(Collectors.joining(", ", "[", "]"));
        }
        return value == null || value instanceof Number ? String.valueOf(value) : quoted(value);
    }

    private static String quoted(@Nullable Object value) {
        return '"' + String.valueOf(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
