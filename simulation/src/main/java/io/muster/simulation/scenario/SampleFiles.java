package io.muster.simulation.scenario;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.statement.Statement;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the files of a sample: UTF-8, LF line ends, quotes only where necessary. */
final class SampleFiles {

    static final String ENROLLMENTS = "enrollments.csv";
    static final String REST = "enrollments-to-the-end.csv";

    private static final String[] STATEMENT_FIELDS = {
        "eventId",
        "campaignId",
        "participantRef",
        "version",
        "status",
        "areaId",
        "enrolledOn",
        "enrolledAt",
        "recordedAt",
        "source",
        "gender",
        "ageBand",
        "occupation",
        "incomeBand"
    };

    private SampleFiles() {}

    /** Content by file name. */
    static Map<String, byte[]> of(Sample sample) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("areas.csv", csv(rows -> areas(sample.areas(), rows)));
        files.put("campaigns.csv", csv(rows -> campaign(sample.drive().campaign(), rows)));
        files.put("targets.csv", csv(rows -> targets(sample, rows)));
        files.put(ENROLLMENTS, csv(rows -> statements(sample.published(), rows)));
        files.put(REST, csv(rows -> statements(sample.rest(), rows)));
        files.put("expected.json", ExpectedJson.of(sample).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static void areas(SampleAreas tree, CsvWriter rows) {
        rows.writeRecord(
                "areaId", "parentId", "level", "kind", "name_vi", "name_en", "baseline", "tileColumn", "tileRow");
        for (Area area : tree.areas()) {
            Area.TilePosition tile = area.position();
            rows.writeRecord(
                    text(area.areaId()),
                    text(area.parentId()),
                    area.level(),
                    area.kind(),
                    text(area.names().get("vi")),
                    text(area.names().get("en")),
                    text(area.baseline()),
                    tile == null ? "" : text(tile.column()),
                    tile == null ? "" : text(tile.row()));
        }
    }

    private static void campaign(Campaign campaign, CsvWriter rows) {
        rows.writeRecord(
                "campaignId",
                "name_vi",
                "name_en",
                "startsOn",
                "endsOn",
                "zone",
                "rootAreaId",
                "planCurve",
                "planPoints",
                "baseline",
                "stockTarget");
        rows.writeRecord(
                text(campaign.campaignId()),
                text(campaign.names().get("vi")),
                text(campaign.names().get("en")),
                text(campaign.startsOn()),
                text(campaign.endsOn()),
                text(campaign.zone()),
                text(campaign.rootAreaId()),
                campaign.plan() instanceof PlanCurve.Points ? "POINTS" : "LINEAR",
                campaign.plan() instanceof PlanCurve.Points points ? planPoints(points) : "",
                text(campaign.baseline()),
                text(campaign.stockTarget()));
    }

    private static String planPoints(PlanCurve.Points plan) {
        return plan.points().stream()
                .map(point -> point.date() + ":" + point.share())
                .collect(Collectors.joining(";"));
    }

    private static void targets(Sample sample, CsvWriter rows) {
        rows.writeRecord("campaignId", "areaId", "target");
        String campaignId = text(sample.drive().campaign().campaignId());
        sample.drive()
                .targets(sample.areas())
                .forEach((areaId, target) -> rows.writeRecord(campaignId, text(areaId), text(target)));
    }

    private static void statements(Sample.Part part, CsvWriter rows) {
        rows.writeRecord(List.of(STATEMENT_FIELDS));
        for (Arrival arrival : part.arrivals()) {
            Statement statement = arrival.statement();
            rows.writeRecord(
                    text(statement.eventId()),
                    text(statement.campaignId()),
                    text(statement.participantRef()),
                    text(statement.version()),
                    text(statement.status()),
                    text(statement.areaId()),
                    text(statement.enrolledOn()),
                    text(statement.enrolledAt()),
                    text(statement.recordedAt()),
                    statement.source(),
                    text(statement.segments().gender()),
                    text(statement.segments().ageBand()),
                    text(statement.segments().occupation()),
                    text(statement.segments().incomeBand()));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static byte[] csv(Consumer<CsvWriter> content) {
        StringWriter text = new StringWriter();
        try (CsvWriter rows =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            content.accept(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
