package io.muster.intake.reference;

import static io.muster.intake.reference.ReferenceDirectory.AREAS;
import static io.muster.intake.reference.ReferenceDirectory.AREAS_HEADING;
import static io.muster.intake.reference.ReferenceDirectory.CAMPAIGN;
import static io.muster.intake.reference.ReferenceDirectory.CAMPAIGNS_HEADING;
import static io.muster.intake.reference.ReferenceDirectory.TARGETS;
import static io.muster.intake.reference.ReferenceDirectory.TARGETS_HEADING;
import static io.muster.intake.reference.ReferenceDirectory.sound;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.intake.statement.StatementFiles;
import io.muster.intake.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BrokenReferenceTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-05-31|2023-04-30|endsOn \"2023-04-30\": must not be before startsOn 2023-05-01",
                "2023-05-31|2023-05-32|endsOn \"2023-05-32\": is not a date; write year-month-day",
                "2023-05-01,|01/05/2023,|startsOn \"01/05/2023\": is not a date",
                "Asia/Ho_Chi_Minh|Asia/Bac_Giang|zone \"Asia/Bac_Giang\": is not a time zone; write its IANA name",
                "Asia/Ho_Chi_Minh|+07:00|zone \"+07:00\": is not a time zone",
                "Asia/Ho_Chi_Minh||zone: is empty; fill it in",
                ",root,|,,|rootAreaId: is empty",
                ",100,|,-1,|baseline \"-1\": must not be negative, but is -1",
                ",500,|,many,|stockTarget \"many\": is not a whole number; write digits only",
                "POINTS|CURVED|planCurve \"CURVED\": is not known; write one of LINEAR, POINTS",
                "POINTS|LINEAR|planPoints \"2023-05-01:0.02;2023-05-10:0.2\": are given although planCurve is LINEAR",
                "2023-05-01:0.02;2023-05-10:0.2||planPoints: must not be empty when planCurve is POINTS",
                ":0.02|-0.02|has \"2023-05-01-0.02\", which is not date:share; write date:share pairs",
                ":0.02|:2|must have shares from 0 to 1, but has 2.0",
                "silentHours=96|silentHours=8|silentHours must be at least 24, but is 8; write levels",
                "silentHours=96|silence=96|know no silence; write levels",
                "silentHours=96|96h|have \"96h\", which is not setting=number",
                "silentHours=96|silentHours=96 silentHours=97|have silentHours twice",
                "silentHours=96|silentHours=96.5|must have a whole number for silentHours",
                ";commune|;: silentHours=96|level must not be blank; write levels",
                ";commune|;district|must have at most one entry for a level, but has several for district",
                ":0.02|:0.3|must not fall, but 0.2 on 2023-05-10 follows 0.3",
            })
    void shouldReportTheProblemOfACampaign(String part, String instead, String problem) {
        sound(directory).with("campaigns.csv", CAMPAIGNS_HEADING + with(CAMPAIGN, part, instead));

        assertOnlyProblem("campaigns.csv, line 2", problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,3,4|-12,3,4|line 3|baseline \"-12\": must not be negative, but is -12",
                "12,3,4|12,3,|line 3|tileRow: is empty although the other half of the position is given",
                "12,3,4|12,-3,4|line 3|tileColumn \"-3\": is not a position on the map",
                "yen-dung,root|yen-dung,yen-dung|line 3|parentId \"yen-dung\": is the area itself",
                "district,district|,district|line 3|level: is empty",
            })
    void shouldReportTheProblemOfAnArea(String part, String instead, String line, String problem) {
        sound(directory).with("areas.csv", AREAS_HEADING + with(AREAS, part, instead));

        assertOnlyProblem("areas.csv, " + line, problem);
    }

    @Test
    void shouldRejectANegativeTarget() {
        sound(directory).with("targets.csv", TARGETS_HEADING + with(TARGETS, ",285\n", ",-285\n"));

        assertOnlyProblem("targets.csv, line 3", "target \"-285\": must not be negative, but is -285; correct it");
    }

    @Test
    void shouldReportACycleInTheAreaTree() {
        sound(directory).with("areas.csv", """
                        areaId,parentId,level,kind
                        root,,province,province
                        leaf,a,commune,commune
                        a,b,district,district
                        b,c,district,district
                        c,a,district,district
                        yen-dung,root,district,district
                        """);

        assertOnlyProblem("areas.csv, line 4", "parentId \"b\": makes a cycle: a → b → c → a");
    }

    @Test
    void shouldReportDuplicateDefinitions() {
        ReferenceDirectory files = sound(directory)
                .with("more.csv", TARGETS_HEADING + "drive,root,1\n")
                .with("areas.csv", AREAS_HEADING + AREAS + AREAS);

        assertThat(files.read().problems())
                .extracting(Problem::reason)
                .containsExactly(
                        "areaId \"root\": is already defined in " + directory.resolve("areas.csv")
                                + ", line 2; remove one of the two",
                        "areaId \"yen-dung\": is already defined in " + directory.resolve("areas.csv")
                                + ", line 3; remove one of the two",
                        "areaId \"drive:root\": is already defined in " + directory.resolve("more.csv")
                                + ", line 2; remove one of the two");
    }

    @Test
    void shouldCollectTheProblemsOfAllFiles() {
        sound(directory)
                .with("areas.csv", AREAS_HEADING + AREAS + "x,root,district\ny,root,,,,,,,\n")
                .with("campaigns.csv", CAMPAIGNS_HEADING.replace("endsOn,", "") + CAMPAIGN)
                .with("targets.csv", TARGETS_HEADING + TARGETS + "drive,,many\n");

        assertThat(ReferenceReader.read(List.of(directory)).problems())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        p -> assertThat(p).contains("areas.csv, line 4: has 3 values where the headings name 9"),
                        p -> assertThat(p).contains("areas.csv, line 5, level: is empty"),
                        p -> assertThat(p).contains("areas.csv, line 5, kind: is empty"),
                        p -> assertThat(p)
                                .contains("campaigns.csv, line 1:"
                                        + " the column endsOn is missing; found campaignId, name_vi"),
                        p -> assertThat(p).contains("targets.csv, line 4, areaId: is empty"),
                        p -> assertThat(p).contains("targets.csv, line 4, target \"many\": is not a whole number"));
    }

    @Test
    void shouldRejectAFileOfAnotherKind() {
        sound(directory).with("people.csv", "firstName,lastName\na,b\n");

        assertOnlyProblem(
                "people.csv", "holds neither campaigns nor areas nor targets; found firstName, lastName; correct");
    }

    @Test
    void shouldRejectAnEmptyFile() {
        sound(directory).with("areas.csv", "");

        assertOnlyProblem("areas.csv", "is empty; the first line must name the columns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\u202e|U+202E RIGHT-TO-LEFT OVERRIDE at character 5",
                "\u200b|U+200B ZERO WIDTH SPACE at character 5",
                "\u2028|U+2028 LINE SEPARATOR at character 5",
                "NL|U+000A LINE FEED (LF) at character 5",
            })
    void shouldRejectUnprintableNames(String hidden, String character) {
        String name = "\"Yên " + (hidden.equals("NL") ? "\n" : hidden) + "Dũng\"";
        sound(directory).with("areas.csv", AREAS_HEADING + with(AREAS, "Yên Dũng", name));

        assertOnlyProblem("areas.csv, line 3, name_vi", "is not a printable one-line name, and contains " + character);
    }

    @Test
    void shouldNormalizeIds() {
        sound(directory)
                .with("areas.csv", AREAS_HEADING + with(AREAS, "yen-dung,root", "ye\u0302n-\uff11\u200b,\u00a0root"))
                .with("targets.csv", TARGETS_HEADING + with(TARGETS, "yen-dung", "yên-1"));

        ReferenceFiles files = ReferenceReader.read(List.of(directory));

        assertThat(files.problems()).isEmpty();
        assertThat(files.warnings()).isEmpty();
        assertThat(files.areas().get(1).areaId()).hasToString("yên-1");
        assertThat(files.areas().get(1).parentId()).hasToString("root");
    }

    @Test
    void shouldWarnOfAnEmptyFileButRejectItWhenAlone() {
        Path targets = sound(directory).with("targets.csv", TARGETS_HEADING).file("targets.csv");

        assertThat(ReferenceReader.read(List.of(directory)).warnings())
                .extracting(Problem::toString)
                .anyMatch(warning -> warning.contains("targets.csv: has headings, but no line below them"));
        assertThat(ReferenceReader.read(List.of(targets)).problems())
                .singleElement()
                .asString()
                .contains("targets.csv: has headings, but no line below them; check that the export is complete");
    }

    @Test
    void shouldRejectAStatementFileGivenByName() {
        Path file = sound(directory)
                .with("enrollments.csv", StatementFiles.HEADING + "\n")
                .file("enrollments.csv");

        assertThat(ReferenceReader.read(List.of(file)).problems())
                .singleElement()
                .asString()
                .endsWith("enrollments.csv: holds statements, not campaigns, areas or targets;"
                        + " publish it with muster send");
    }

    @Test
    void shouldReportEmptyAndMissingDirectories() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));

        assertThat(ReferenceReader.read(List.of(empty, directory.resolve("gone")))
                        .problems())
                .extracting(Problem::reason)
                .containsExactly(
                        "has no CSV files; put campaigns.csv, areas.csv and targets.csv there",
                        "does not exist; check the path");
    }

    private static String with(String content, String part, String instead) {
        assertThat(content).contains(part);
        return content.replaceFirst(Pattern.quote(part), instead == null ? "" : instead);
    }

    private void assertOnlyProblem(String place, String problem) {
        assertThat(ReferenceReader.read(List.of(directory)).problems())
                .singleElement()
                .asString()
                .startsWith(directory.resolve(place).toString())
                .contains(problem);
    }
}
