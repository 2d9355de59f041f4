package io.muster.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.muster.domain.csv.SpreadsheetText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of the API as CSV (RFC 4180): one line each, with the figures that fit into a table. Lists are joined by semicolons; what is not known is
 * empty; {@code name} is the name in the language asked for. Texts that a spreadsheet would take for formulas are escaped.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of
public enum CsvTable {
    CAMPAIGNS(
            "campaignId,name,startsOn,endsOn,zone,rootAreaId,asOfDay,computedAt,enrolled,target,attainmentPercent,status"),
    AREAS(
            "areaId,name,parentId,level,kind,tile.column,tile.row,asOfDay,computedAt,enrolled,withdrawn,outsidePeriod,today,last7Days,target,"
                    + "attainmentPercent,completedOn,childrenTarget,stock,gap,rankByCount,rankByAttainment,lastRecordedAt,expected,expectedEndOfDay,"
                    + "requiredPerDay,projected,projectedLow,projectedHigh,projectedByPlan,projectedCompletionOn,status,alerts,certifiedThrough,adjustment"),
    DAYS("date,enrolled,withdrawn,certified,adjustment,cumulative,mean7,inPeriod"),
    SEGMENTS("dimension,value,enrolled,percent"),
    CORRECTIONS("date,movedIn,movedOut,movedWithin,withdrawn,restored,dayChanged,net"),
    ALERTS(
            "areaId,name,level,rule,state,firedAt,resolvedAt,asOfDay,enrolled,target,expected,attainmentPercent,requiredPerDay,lastRecordedAt");

    private static final String NAME = "name";

    private final List<String> columns;

    CsvTable(String columns) {
        this.columns = List.of(columns.split(","));
    }

    /** The headings. */
    List<String> columns() {
        return columns;
    }

    /**
     * The table, its first line the headings.
     *
     * @param rows records of the API
     * @param language of names, where there are some in it
     */
    public String text(List<?> rows, String language) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns);
            for (Object row : rows) {
                JsonNode json = ApiJson.tree(row);
                csv.writeRecord(columns.stream()
                        .map(column -> column.equals(NAME)
                                ? SpreadsheetText.escape(name(json, language))
                                : value(json, column))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
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
        JsonNode names = row.path("names");
        for (String one : Arrays.asList(language, "vi", "en")) {
            if (names.has(one)) {
                return names.get(one).asText();
            }
        }
        return names.isEmpty() ? "" : names.iterator().next().asText();
    }
}
