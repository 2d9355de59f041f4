package io.muster.intake.statement;

import io.muster.domain.reference.FoldedName;
import io.muster.intake.row.Naming;
import io.muster.intake.text.Problem;
import io.muster.intake.text.Text;
import io.muster.intake.text.UnusableFileException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of a mapping file: {@code their heading = field}, {@code their heading = -} for an ignored column, {@code
 * field = value} for a constant, {@code field: their word = our word}. Lines that start with {@code #} are comments.
 *
 * @param headings fields by folded heading
 * @param constants values by field
 * @param words our words by field and folded word
 */
record MappingLines(
        Map<String, String> headings, Map<String, String> constants, Map<String, Map<String, String>> words) {

    /** @throws UnusableFileException if a line is invalid */
    static MappingLines parse(String file, List<String> lines) {
        MappingLines parsed = new MappingLines(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashMap<>());
        for (int i = 0; i < lines.size(); i++) {
            String line = Text.clean(lines.get(i).replace("\uFEFF", ""));
            if (!line.isEmpty() && !line.startsWith("#")) {
                parsed.add(file, i + 1, line);
            }
        }
        return parsed;
    }

    /** @throws UnusableFileException if the file cannot be used */
    static MappingLines read(Path file) throws IOException {
        try {
            return parse(file.toString(), Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            throw new UnusableFileException(Problem.ofFile(file.toString(), "does not exist", "check the path"));
        } catch (CharacterCodingException e) {
            throw new UnusableFileException(Problem.ofFile(file.toString(), "is not in UTF-8", "save it as UTF-8"));
        }
    }

    private void add(String file, int number, String line) {
        int equals = line.lastIndexOf('=');
        String left = equals < 0 ? "" : Text.clean(line.substring(0, equals));
        String right = equals < 0 ? "" : Text.clean(line.substring(equals + 1));
        if (left.isEmpty() || right.isEmpty()) {
            throw wrong(
                    file,
                    number,
                    "is not a mapping",
                    "write heading = field, field = value, or field: their word = our word");
        }
        int colon = left.indexOf(':');
        String before = colon < 0 ? "" : left.substring(0, colon).strip();
        if (right.equals(Naming.IGNORED) || StatementFieldNames.isColumn(right)) {
            put(file, number, headings, FoldedName.of(left), right);
        } else if (StatementFieldNames.isColumn(before)) {
            Map<String, String> meanings = words.computeIfAbsent(before, field -> new HashMap<>());
            put(file, number, meanings, FoldedName.of(left.substring(colon + 1)), right);
        } else if (StatementFieldNames.isColumn(left)) {
            put(file, number, constants, left, right);
        } else {
            throw wrong(
                    file,
                    number,
                    "names no known field: neither \"" + left + "\" nor \"" + right + "\" is one",
                    "the fields are " + String.join(", ", StatementFieldNames.ALL) + " and area.LEVEL");
        }
    }

    private static void put(String file, int number, Map<String, String> map, String key, String value) {
        String earlier = map.putIfAbsent(key, value);
        if (earlier != null && !earlier.equals(value)) {
            throw wrong(file, number, "contradicts an earlier line: " + earlier, "remove one of the two");
        }
    }

    private static UnusableFileException wrong(String file, int number, String problem, String remedy) {
        return new UnusableFileException(Problem.ofLine(file, number, problem, remedy));
    }
}
