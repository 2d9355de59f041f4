package io.muster.intake.statement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and reads statement files in tests. */
public final class StatementFiles {

    public static final String HEADING =
            "eventId,campaignId,participantRef,version,status,areaId,enrolledOn,enrolledAt,"
                    + "recordedAt,source,gender,ageBand,occupation,incomeBand";
    static final String LINE = "123e4567-e89b-12d3-a456-426614174000,drive,p1,7,ENROLLED,yen-dung,2023-05-12,"
            + "2023-05-12T08:30:00+07:00,2023-05-12T02:00:00Z,office-1,FEMALE,30-39,farmer,low";

    private static final Instant NOW = Instant.parse("2023-06-01T00:00:00Z");

    private StatementFiles() {}

    static String lineWith(String part, String instead) {
        if (!LINE.contains(part)) {
            throw new IllegalArgumentException(part + " does not stand in the line");
        }
        return LINE.replace(part, instead);
    }

    static StatementFileReader open(String content) throws IOException {
        return open("enrollments.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    static StatementFileReader open(String name, byte[] content) throws IOException {
        return open(name, content, null);
    }

    static StatementFileReader open(String name, byte[] content, @Nullable StatementFormat format) throws IOException {
        ReadingSettings settings = format == null ? ReadingSettings.DEFAULTS : ReadingSettings.DEFAULTS.with(format);
        return StatementFileReader.open(name, new ByteArrayInputStream(content), settings, NOW);
    }

    static List<Line> read(String content) throws IOException {
        return read("enrollments.csv", content);
    }

    static List<Line> read(String name, String content) throws IOException {
        return lines(open(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    static List<Line> lines(StatementFileReader reader) throws IOException {
        try (reader) {
            List<Line> lines = new ArrayList<>();
            for (Line line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
            return lines;
        }
    }
}
