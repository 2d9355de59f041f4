package io.muster.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.muster.domain.SpreadsheetText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * CSV tables (RFC 4180) of API records: one row per record, with the scalar figures. Lists are joined by semicolons,
 * unknown values are empty, {@code name} is the name in the requested language. Times are local times of the campaign
 * with their UTC offset: {@code 2023-05-18T17:30:00+07:00}. Texts that a spreadsheet would interpret as formulas are
 * escaped.
 */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
public enum CsvTable {
    CAMPAIGNS("campaignId,name,startsOn,endsOn,zone,rootAreaId,asOfDay,computedAt,enrolled,target,attainmentPercent,"
            + "status,defined"),
    AREAS("areaId,name,parentId,level,kind,tile.column,tile.row,asOfDay,computedAt,enrolled,withdrawn,outsidePeriod,"
            + "today,last7Days,target,attainmentPercent,completedOn,childrenTarget,stock,gap,rankByCount,"
            + "rankByAttainment,lastRecordedAt,expected,expectedEndOfDay,requiredPerDay,projected,projectedLow,"
            + "projectedHigh,projectedByPlan,projectedCompletionOn,status,alerts,certifiedThrough,adjustment,"
            + "datedAhead,expectedPersons,requiredPersonsPerDay,own"),
    DAYS("date,enrolled,withdrawn,certified,adjustment,cumulative,mean7,inPeriod,ahead"),
    SEGMENTS("dimension,value,enrolled,percent"),
    CORRECTIONS("date,movedIn,movedOut,movedWithin,withdrawn,restored,dayChanged,net"),
    ALERTS("areaId,name,level,rule,state,firedAt,resolvedAt,asOfDay,enrolled,target,expected,attainmentPercent,"
            + "requiredPerDay,lastRecordedAt,expectedPersons,requiredPersonsPerDay");

    private static final String NAME = "name";
    private static final Set<String> TIMES = Set.of("computedAt", "firedAt", "resolvedAt", "lastRecordedAt");

    private final List<String> columns;

    CsvTable(String columns) {
        this.columns = List.of(columns.split(","));
    }

    /** The headings. */
    List<String> columns() {
        return columns;
    }

    /**
     * The table, starting with the headings.
     *
     * @param rows API records
     * @param language language of the names
     * @param zone time zone of rows without a zone of their own
     */
    public String text(List<?> rows, String language, ZoneId zone) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns);
            for (Object row : rows) {
                JsonNode json = ApiJson.tree(row);
                csv.writeRecord(columns.stream()
                        .map(column -> cell(json, column, language, zone))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(JsonNode row, String column, String language, ZoneId zone) {
        if (column.equals(NAME)) {
            return SpreadsheetText.escape(name(row, language));
        }
        String value = value(row, column);
        return TIMES.contains(column) && !value.isEmpty() ? localTime(value, row, zone) : value;
    }

    private static String localTime(String instant, JsonNode row, ZoneId zone) {
        ZoneId own = row.path("zone").isTextual() ? ZoneId.of(row.get("zone").asText()) : zone;
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).atZone(own));
    }

    private static String value(JsonNode row, String column) {
        JsonNode value = row;
        for (String step : column.split("\\.")) {
            value = value.path(step);
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asText()));
            return SpreadsheetText.escape(String.join(";", parts));
        }
        if (value.isTextual()) {
            return SpreadsheetText.escape(value.asText());
        }
        return value.isNull() ? "" : value.asText();
    }

    private static String name(JsonNode row, String language) {
        JsonNode names = row.path(row.has("labels") ? "labels" : "names");
        for (String one : Arrays.asList(language, "vi", "en")) {
            if (names.has(one)) {
                return names.get(one).asText();
            }
        }
        return names.isEmpty() ? "" : names.iterator().next().asText();
    }
}
