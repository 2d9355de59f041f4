package io.muster.intake.statement;

import io.muster.domain.reference.FoldedName;
import io.muster.intake.row.Naming;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps headings to fields and words to values, and holds constants for fields without a column. */
final class Mapping implements Naming {

    private static final String BUILT_IN = "vocabulary.mapping";

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> constants = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> words = new HashMap<>();

    /** The built-in mapping: field names and the Vietnamese vocabulary. */
    static Mapping builtIn() {
        try (InputStream in = Mapping.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException(BUILT_IN + " is missing");
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new Mapping().with(MappingLines.parse(BUILT_IN, lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This mapping with the entries of a file, which take precedence. */
    Mapping with(MappingLines file) {
        Mapping both = new Mapping();
        both.fields.putAll(fields);
        both.constants.putAll(constants);
        words.forEach((field, meanings) -> both.words.put(field, new HashMap<>(meanings)));
        both.fields.putAll(file.headings());
        both.constants.putAll(file.constants());
        file.words()
                .forEach((field, meanings) -> both.words
                        .computeIfAbsent(field, any -> new HashMap<>())
                        .putAll(meanings));
        return both;
    }

    @Override
    public @Nullable String fieldOf(String heading) {
        String mapped = fields.get(FoldedName.of(heading));
        return mapped == null ? StatementFieldNames.byName(heading) : mapped;
    }

    @Override
    public String meaning(String field, String value) {
        Map<String, String> meanings = words.get(field);
        return meanings == null ? value : meanings.getOrDefault(FoldedName.of(value), value);
    }

    @Override
    public Map<String, String> constants() {
        return Collections.unmodifiableMap(constants);
    }
}
