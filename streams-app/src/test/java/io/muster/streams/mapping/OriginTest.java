package io.muster.streams.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    private static final Origin HERE = new Origin(2, 17);

    @Test
    void shouldBeTheCurrentPositionIfTheRecordIsNotACopy() {
        Headers headers = new RecordHeaders().add("trace", new byte[] {7});

        assertThat(Origin.isCopy(headers)).isFalse();
        assertThat(Origin.of(headers, HERE)).isEqualTo(HERE);
    }

    @Test
    void shouldBeAddedToTheHeadersOfTheRecord() {
        Headers copied = HERE.addedTo(new RecordHeaders().add("trace", new byte[] {7}));

        assertThat(Origin.isCopy(copied)).isTrue();
        assertThat(Origin.of(copied, new Origin(0, 99))).isEqualTo(HERE);
        assertThat(copied.lastHeader("trace").value()).containsExactly(7);
        assertThat(copied.lastHeader("muster.sent-home-from").value()).isEqualTo("2@17".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "2", "2@", "@17", "two@17", "2@17@3"})
    void shouldIgnoreAnUnreadableHeader(String text) {
        Headers headers = new RecordHeaders().add("muster.sent-home-from", text.getBytes(UTF_8));

        assertThat(Origin.of(headers, HERE)).isEqualTo(HERE);
    }
}
