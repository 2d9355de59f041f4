package io.muster.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecordKeysTest {

    @Test
    void shouldWriteKeysAsTheContractDoes() {
        assertThat(RecordKeys.participant("drive", "p1")).isEqualTo("drive:p1");
        assertThat(RecordKeys.target("drive", "yen-dung")).isEqualTo("drive:yen-dung");
        assertThat(RecordKeys.day("drive", "yen-dung", LocalDate.of(2023, 5, 2)))
                .isEqualTo("drive|yen-dung|2023-05-02");
        assertThat(RecordKeys.area("drive", "yen-dung")).isEqualTo("drive|yen-dung");
        assertThat(RecordKeys.segment("drive", "yen-dung", "ageBand", "18-29"))
                .isEqualTo("drive|yen-dung|ageBand|18-29");
    }
}
