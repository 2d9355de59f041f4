package io.muster.streams.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessionMarkerTest {

    @Test
    void shouldReadWhatItWrote() {
        SuccessionMarker marker = new SuccessionMarker("muster-2", Instant.parse("2023-05-18T07:30:00.123Z"));

        assertThat(marker.toText()).isEqualTo("succeeded by muster-2 at 2023-05-18T07:30:00.123Z");
        assertThat(SuccessionMarker.parse(marker.toText())).contains(marker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AgAAAYgEXYzCAAAAAA==", "succeeded by muster-2", "succeeded by muster-2 at noon"})
    void shouldIgnoreOtherMetadata(String metadata) {
        assertThat(SuccessionMarker.parse(metadata)).isEmpty();
    }
}
