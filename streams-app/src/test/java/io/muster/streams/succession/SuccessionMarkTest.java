package io.muster.streams.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessionMarkTest {

    @Test
    void shouldBeReadAsItWasLeft() {
        SuccessionMark mark = new SuccessionMark("muster-2", Instant.parse("2023-05-18T07:30:00.123Z"));

        assertThat(mark.toText()).isEqualTo("succeeded by muster-2 at 2023-05-18T07:30:00.123Z");
        assertThat(SuccessionMark.parse(mark.toText())).contains(mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AgAAAYgEXYzCAAAAAA==", "succeeded by muster-2", "succeeded by muster-2 at noon"})
    void shouldSeeNoMarkInOtherMetadata(String metadata) {
        assertThat(SuccessionMark.parse(metadata)).isEmpty();
    }
}
