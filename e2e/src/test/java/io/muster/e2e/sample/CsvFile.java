package io.muster.e2e.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A CSV file in the dialect of the samples: only fields with a comma are quoted. */
final class CsvFile {

    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private CsvFile() {}

    static List<Line> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] names = COMMA.split(lines.get(0), -1);
        List<Line> read = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = COMMA.split(line, -1);
            Map<String, String> byName = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                byName.put(names[i], fields[i].replace("\"", ""));
            }
            read.add(new Line(byName));
        }
        return read;
    }

    /** The fields of a line by heading. */
    record Line(Map<String, String> fields) {

        String text(String name) {
            return Objects.requireNonNull(fields.get(name), name);
        }

        @Nullable
        String optional(String name) {
            return text(name).isEmpty() ? null : text(name);
        }

        @Nullable
        Long optionalNumber(String name) {
            return text(name).isEmpty() ? null : (Long) Long.parseLong(text(name));
        }
    }
}
