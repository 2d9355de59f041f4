package io.muster.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.cli.Console;
import io.muster.cli.Console.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages of {@code muster apply} about invalid files. Needs no broker. */
final class ApplyCheckTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(directory.resolve("areas.csv"), """
                areaId,parentId,level,kind,name_vi
                root,,province,province,Bắc Giang
                a,b,district,district,A
                b,a,district,district,B
                """);
        Files.writeString(directory.resolve("campaigns.csv"), """
                campaignId,startsOn,endsOn,zone,rootAreaId
                drive,2023-05-31,2023-05-01,Asia/Ho_Chi_Minh,root
                """);
        Files.writeString(directory.resolve("targets.csv"), "campaignId,areaId,target\ndrive,root,-5\n");
    }

    @Test
    void shouldReportFileLineAndFieldOfEachProblem() {
        Result result = new Console().run("apply", directory.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains(
                                        "campaigns.csv, line 2, endsOn \"2023-05-01\"", "must not be before startsOn"),
                        line -> assertThat(line).contains("targets.csv, line 2, target \"-5\": must not be negative"),
                        line -> assertThat(line)
                                .contains("areas.csv, line 3, parentId \"b\": makes a cycle: a → b → a"),
                        line -> assertThat(line).isEqualTo("nothing was published; problems to correct: 3"));
    }

    @Test
    void shouldReportProblemsAsJson() throws IOException {
        Result result = new Console().run("apply", directory.toString(), "-o", "json");

        JsonNode report = new ObjectMapper().readTree(result.out());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(report.path("problems")).hasSize(3);
        assertThat(report.path("problems").path(0).path("field").asText()).isEqualTo("endsOn");
        assertThat(report.path("campaigns").asInt()).isZero();
    }

    @Test
    void shouldRequireAPath() {
        assertThat(new Console().run("apply").exitCode()).isEqualTo(2);
    }

    @Test
    void shouldRejectATimeoutBelowOneSecond() {
        Result result = new Console().run("apply", directory.toString(), "--timeout", "500ms");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--timeout must be from 1s to 1d");
    }
}
