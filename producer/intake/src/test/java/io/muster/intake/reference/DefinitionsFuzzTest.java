package io.muster.intake.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.muster.domain.fixture.FuzzedInputs;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes CSV files of campaigns, areas and targets, as a whole and below valid headings. */
class DefinitionsFuzzTest {

    private static final FuzzedInputs INPUTS = new FuzzedInputs("definitions in CSV", 64);
    private static final List<String> HEADINGS = List.of(
            ReferenceDirectory.CAMPAIGNS_HEADING, ReferenceDirectory.AREAS_HEADING, ReferenceDirectory.TARGETS_HEADING);

    @TempDir
    private Path folder;

    static Stream<byte[]> seeds() {
        return Stream.of(
                        ReferenceDirectory.CAMPAIGN,
                        ReferenceDirectory.CAMPAIGN.replace("POINTS,2023-05-01:0.02;2023-05-10:0.2", ","),
                        ReferenceDirectory.AREAS,
                        ReferenceDirectory.AREAS + ReferenceDirectory.AREAS,
                        "a,b,district,district,\"A\n\",,,,\nb,a,district,district,,,0,0,0\n",
                        ReferenceDirectory.TARGETS,
                        ReferenceDirectory.CAMPAIGNS_HEADING + ReferenceDirectory.CAMPAIGN,
                        ReferenceDirectory.AREAS_HEADING.replace("name_vi", "name_") + ReferenceDirectory.AREAS,
                        ReferenceDirectory.TARGETS_HEADING + ReferenceDirectory.TARGETS)
                .map(text -> text.getBytes(UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void shouldAcceptOrRejectEachFile(byte[] bytes) throws Exception {
        INPUTS.run(() -> {
            check(read(bytes));
            for (String heading : HEADINGS) {
                check(read((heading + new String(bytes, UTF_8)).getBytes(UTF_8)));
            }
        });
    }

    private void check(ReferenceFiles files) throws IOException {
        assertThat(files.problems()).allSatisfy(problem -> {
            assertThat(problem.file()).isNotBlank();
            assertThat(problem.problem()).isNotBlank();
            assertThat(problem.remedy()).isNotBlank();
        });
        for (Campaign campaign : files.campaigns()) {
            assertThat(readAgain(WrittenDefinitions.campaigns(campaign)).campaigns())
                    .containsExactly(campaign);
        }
        for (Area area : files.areas()) {
            assertThat(readAgain(WrittenDefinitions.areas(area)).areas()).containsExactly(area);
        }
        for (Target target : files.targets()) {
            assertThat(readAgain(WrittenDefinitions.targets(target)).targets()).containsExactly(target);
        }
    }

    private ReferenceFiles readAgain(String content) throws IOException {
        ReferenceFiles files = read(content.getBytes(UTF_8));
        assertThat(files.problems()).isEmpty();
        return files;
    }

    private ReferenceFiles read(byte[] content) throws IOException {
        return ReferenceReader.read(List.of(Files.write(folder.resolve("fuzz.csv"), content)));
    }

    @AfterAll
    static void report() {
        INPUTS.report();
    }
}
