package io.muster.contract.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionHeadersTest {

    private static final RejectionHeaders REFUSED = new RejectionHeaders(
            "INVALID_ID", "areaId “ ” must not be blank", "muster.enrollments", 3, 7_000_000_000L, 42);

    private final Headers received = new RecordHeaders().add("office", "hiệp-hòa".getBytes(UTF_8));

    @Test
    void shouldWriteTheDocumentedHeaders() {
        assertThat(REFUSED.addedTo(received))
                .extracting(Header::key, header -> new String(header.value(), UTF_8))
                .extracting(
                        pair -> Map.entry(pair.toList().get(0), pair.toList().get(1)))
                .containsExactly(
                        Map.entry("office", "hiệp-hòa"),
                        Map.entry("muster.rejection.reason", "INVALID_ID"),
                        Map.entry("muster.rejection.detail", "areaId “ ” must not be blank"),
                        Map.entry("muster.rejection.topic", "muster.enrollments"),
                        Map.entry("muster.rejection.partition", "3"),
                        Map.entry("muster.rejection.offset", "7000000000"),
                        Map.entry("muster.rejection.timestamp", "42"));
    }

    @Test
    void shouldReadTheHeadersItWrote() {
        assertThat(RejectionHeaders.of(REFUSED.addedTo(received))).contains(REFUSED);
    }

    @Test
    void shouldReturnTheOriginalHeaders() {
        assertThat(RejectionHeaders.received(REFUSED.addedTo(received))).isEqualTo(received);
        assertThat(received).hasSize(1);
    }

    @Test
    void shouldReadTheLatestOfSeveralRejections() {
        RejectionHeaders again = new RejectionHeaders("KEY_MISMATCH", "other", "muster.enrollments", 0, 1, 2);

        assertThat(RejectionHeaders.of(again.addedTo(REFUSED.addedTo(received))))
                .contains(again);
    }

    @ParameterizedTest
    @CsvSource({"partition,three", "partition,3000000000", "offset,''", "timestamp,1e3"})
    void shouldReturnEmptyForAnInvalidNumber(String name, String value) {
        Headers headers = REFUSED.addedTo(received).add("muster.rejection." + name, value.getBytes(UTF_8));

        assertThat(RejectionHeaders.of(headers)).isEmpty();
    }

    @Test
    void shouldReturnEmptyIfAHeaderIsMissing() {
        assertThat(RejectionHeaders.of(REFUSED.addedTo(received).remove("muster.rejection.detail")))
                .isEmpty();
        assertThat(RejectionHeaders.of(received)).isEmpty();
    }
}
