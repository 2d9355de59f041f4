package io.muster.intake.reference;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.intake.reference.ReferenceDirectory.AREAS;
import static io.muster.intake.reference.ReferenceDirectory.AREAS_HEADING;
import static io.muster.intake.reference.ReferenceDirectory.CAMPAIGN;
import static io.muster.intake.reference.ReferenceDirectory.CAMPAIGNS_HEADING;
import static io.muster.intake.reference.ReferenceDirectory.TARGETS;
import static io.muster.intake.reference.ReferenceDirectory.TARGETS_HEADING;
import static io.muster.intake.reference.ReferenceDirectory.sound;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.SpreadsheetText;
import io.muster.domain.reference.AlertRules;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Area.TilePosition;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.reference.Target;
import io.muster.intake.statement.StatementFiles;
import io.muster.intake.text.Problem;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReferenceReaderTest {

    @TempDir
    private Path directory;

    @Test
    void shouldReadADirectory() {
        ReferenceFiles files = sound(directory).read();

        assertThat(files.problems()).isEmpty();
        assertThat(files.warnings()).isEmpty();
        assertThat(files.campaigns())
                .containsExactly(new Campaign(
                        campaignId("drive"),
                        Map.of("vi", "Đợt", "en", "Drive"),
                        new Campaign.Period(
                                LocalDate.parse("2023-05-01"),
                                LocalDate.parse("2023-05-31"),
                                ZoneId.of("Asia/Ho_Chi_Minh")),
                        areaId("root"),
                        new PlanCurve.Points(List.of(
                                new PlanCurve.Point(LocalDate.parse("2023-05-01"), 0.02),
                                new PlanCurve.Point(LocalDate.parse("2023-05-10"), 0.2))),
                        100L,
                        500L,
                        List.of(new AlertRules("district", 12.5, 10, 2, 96), AlertRules.usual("commune"))));
        assertThat(files.areas())
                .containsExactly(
                        new Area(
                                areaId("root"),
                                null,
                                "province",
                                "province",
                                Map.of("vi", "Bắc Giang", "en", "Bac Giang"),
                                null,
                                null),
                        new Area(
                                areaId("yen-dung"),
                                areaId("root"),
                                "district",
                                "district",
                                Map.of("vi", "Yên Dũng", "en", "Yen Dung"),
                                12L,
                                new TilePosition(3, 4)));
        assertThat(files.targets())
                .containsExactly(
                        new Target(campaignId("drive"), areaId("root"), 3285),
                        new Target(campaignId("drive"), areaId("yen-dung"), 285));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+84", "-Yên Dũng", "@home", "'=1", "Yên;-Dũng", "Yên Dũng"})
    void shouldUnescapeNamesEscapedForASpreadsheet(String name) {
        String cell = '"' + SpreadsheetText.escape(name).replace("\"", "\"\"") + '"';

        ReferenceFiles files = sound(directory)
                .with("areas.csv", AREAS_HEADING + AREAS.replace("Yên Dũng", cell))
                .read();

        assertThat(files.problems()).isEmpty();
        assertThat(files.areas().get(1).names()).containsEntry("vi", name);
    }

    @Test
    void shouldDetectTheKindOfAFileByItsHeadings() {
        ReferenceFiles files = sound(directory)
                .with("1.csv", AREAS_HEADING + AREAS)
                .with("targets-new.csv", CAMPAIGNS_HEADING + CAMPAIGN)
                .with("3.csv", TARGETS_HEADING + TARGETS)
                .read("1.csv", "targets-new.csv", "3.csv");

        assertThat(files.problems()).isEmpty();
        assertThat(files.areas()).hasSize(2);
        assertThat(files.targets()).hasSize(2);
        assertThat(files.campaigns()).hasSize(1);
    }

    @Test
    void shouldReadASpreadsheetExport() {
        String areas = Normalizer.normalize(
                '\uFEFF' + (AREAS_HEADING + AREAS).replace(",", ";").replace("\n", "\r\n"), Normalizer.Form.NFD);

        ReferenceFiles files = sound(directory).with("areas.csv", areas).read();

        assertThat(files.problems()).isEmpty();
        assertThat(files.areas()).extracting(area -> area.names().get("vi")).containsExactly("Bắc Giang", "Yên Dũng");
    }

    @Test
    void shouldReadAPlanWithoutPointsAsLinear() {
        String linear = CAMPAIGN.replace("POINTS,2023-05-01:0.02;2023-05-10:0.2", ",");

        ReferenceFiles files = sound(directory)
                .with("campaigns.csv", CAMPAIGNS_HEADING + linear)
                .read();

        assertThat(files.campaigns()).extracting(Campaign::plan).containsExactly(new PlanCurve.Linear());
    }

    @Test
    void shouldReadNamesInAnyLanguage() {
        String areas = "areaId,parentId,level,kind,name_tay\nroot,,province,province,Bắc Giàng\n";

        assertThat(sound(directory).with("areas.csv", areas).read().areas())
                .extracting(Area::names)
                .containsExactly(Map.of("tay", "Bắc Giàng"));
    }

    @Test
    void shouldListStatementFilesSeparately() {
        ReferenceFiles files = sound(directory)
                .with("enrollments.csv", "whatever")
                .with("enrollments-rest.csv", "whatever")
                .with("export.csv", StatementFiles.HEADING + "\n")
                .with("README.md", "# not CSV")
                .read();

        assertThat(files.problems()).isEmpty();
        assertThat(files.statementFiles())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("enrollments-rest.csv", "enrollments.csv", "export.csv");
    }

    @Test
    void shouldWarnOfUndefinedReferences() {
        ReferenceFiles alone = sound(directory)
                .with("targets.csv", TARGETS_HEADING + TARGETS + "other,luc-ngan,3\n")
                .read("targets.csv");

        assertThat(alone.problems()).isEmpty();
        assertThat(alone.warnings())
                .extracting(Problem::reason)
                .containsExactly(
                        "campaignId \"drive, other\": are not in these files;"
                                + " fine if they are published already; otherwise add what is missing",
                        "areaId \"root, yen-dung, luc-ngan\": are not in these files;"
                                + " fine if they are published already; otherwise add what is missing");
    }

    @Test
    void shouldWarnOfIgnoredColumns() {
        ReferenceFiles files = sound(directory)
                .with("targets.csv", "campaignId,areaId,target,note\ndrive,root,1,why not\n")
                .read();

        assertThat(files.warnings())
                .singleElement()
                .hasToString(directory.resolve("targets.csv")
                        + ": has columns that are ignored: note; remove them, or correct their names");
    }
}
