package io.muster.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If this fails after an intended change of the generator, regenerate the samples: see samples/README.md. */
class CommittedSamplesTest {

    @Test
    void shouldEqualTheOutputOfTheGeneratorByteForByte() throws IOException {
        for (Map.Entry<String, byte[]> file : MakeSamples.files().entrySet()) {
            assertThat(SampleFolder.SAMPLES.resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldContainOnlyFilesOfTheGenerator(String campaign) throws IOException {
        try (Stream<Path> committed = Files.list(SampleFolder.SAMPLES.resolve(campaign))) {
            assertThat(committed.map(path -> campaign + "/" + path.getFileName()))
                    .isSubsetOf(MakeSamples.files().keySet());
        }
    }

    @Test
    void shouldBePlainUtf8WithLineFeeds() throws IOException {
        for (String file : MakeSamples.files().keySet()) {
            String text = Files.readString(SampleFolder.SAMPLES.resolve(file), StandardCharsets.UTF_8);

            assertThat(text).as(file).doesNotContain("\r", "\uFEFF").endsWith("\n");
        }
    }

    @Test
    void shouldHaveTheSameAreasInBothDrives() {
        assertThat(new SampleFolder("bac-giang-2024").path("areas.csv"))
                .hasSameBinaryContentAs(new SampleFolder("bac-giang-2023").path("areas.csv"));
    }
}
