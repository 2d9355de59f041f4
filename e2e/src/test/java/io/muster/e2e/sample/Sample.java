package io.muster.e2e.sample;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.fixture.StatementRow;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.e2e.sample.CsvFile.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A sample drive.
 *
 * @param folder the directory of its files
 * @param statements in file order
 */
public record Sample(Path folder, References references, List<Statement> statements) {

    public Sample {
        statements = List.copyOf(statements);
    }

    /** Reads a drive from the directory samples. */
    public static Sample read(String name) throws IOException {
        Path folder = Path.of("..", "samples", name).toRealPath();
        ReferencesBuilder references = someReferences();
        CsvFile.read(folder.resolve("campaigns.csv")).forEach(line -> references.campaign(campaign(line)));
        CsvFile.read(folder.resolve("areas.csv")).forEach(line -> references.area(area(line)));
        CsvFile.read(folder.resolve("targets.csv"))
                .forEach(line -> references.target(
                        line.text("campaignId"), line.text("areaId"), Long.parseLong(line.text("target"))));
        return new Sample(folder, references.build(), statements(folder.resolve("enrollments.csv")));
    }

    /** The same drive with the statements up to its end. */
    public Sample toTheEnd() throws IOException {
        List<Statement> all = new ArrayList<>(statements);
        all.addAll(statements(folder.resolve("enrollments-to-the-end.csv")));
        return new Sample(folder, references, all);
    }

    private static List<Statement> statements(Path file) throws IOException {
        return CsvFile.read(file).stream()
                .map(line -> StatementRow.statement(line::text))
                .toList();
    }

    /** The file of the statements. */
    public Path enrollments() {
        return folder.resolve("enrollments.csv");
    }

    private static Campaign campaign(Line line) {
        return new Campaign(
                new CampaignId(line.text("campaignId")),
                Map.of("en", line.text("name_en")),
                new Campaign.Period(
                        LocalDate.parse(line.text("startsOn")),
                        LocalDate.parse(line.text("endsOn")),
                        ZoneId.of(line.text("zone"))),
                new AreaId(line.text("rootAreaId")),
                plan(line),
                line.optionalNumber("baseline"),
                line.optionalNumber("stockTarget"),
                List.of());
    }

    private static PlanCurve plan(Line line) {
        String points = line.optional("planPoints");
        return points == null
                ? new PlanCurve.Linear()
                : new PlanCurve.Points(Arrays.stream(points.split(";", -1))
                        .map(point -> point.split(":", -1))
                        .map(parts -> new PlanCurve.Point(LocalDate.parse(parts[0]), Double.parseDouble(parts[1])))
                        .toList());
    }

    private static Area area(Line line) {
        String parentId = line.optional("parentId");
        return new Area(
                new AreaId(line.text("areaId")),
                AreaId.ofNullable(parentId),
                line.text("level"),
                line.text("kind"),
                Map.of("en", line.text("name_en")),
                line.optionalNumber("baseline"),
                null);
    }
}
