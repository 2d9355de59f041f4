package io.muster.streams.mapping;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.statement.Dimension;
import io.muster.domain.tally.Change;
import io.muster.domain.tally.RowKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedKeyTest {

    static Stream<RowKey> keys() {
        return Stream.of(
                new RowKey.OfDay(campaignId("drive"), areaId("Yên Dũng:1"), LocalDate.parse("2023-05-12")),
                new RowKey.OfDay(campaignId("drive"), areaId("a"), LocalDate.ofEpochDay(Integer.MAX_VALUE)),
                new RowKey.OfArea(campaignId("drive"), areaId("Yên Dũng")),
                new RowKey.OfCampaign(campaignId("drive")),
                new RowKey.OfAlert(campaignId("drive"), areaId("Yên Dũng"), AlertRule.BEHIND),
                new RowKey.OfSegment(campaignId("drive"), areaId("a"), Dimension.GENDER, "FEMALE"),
                new RowKey.OfSegment(campaignId("drive"), areaId("a"), Dimension.AGE_BAND, "30–39"),
                new RowKey.OfSegment(campaignId("drive"), areaId("a"), Dimension.OCCUPATION, "thợ may|nông dân|"),
                new RowKey.OfSegment(campaignId("drive"), areaId("a"), Dimension.INCOME_BAND, ""));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void shouldReadWhatItWrote(RowKey key) {
        RowRecord record = RowRecord.of(new Change(key, null, false), Instant.EPOCH);

        assertThat(PublishedKey.parse(PublishedKey.of(record))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "muster.alerts|drive",
                "muster.alerts|drive|a|LATE",
                "muster.daily-counts|drive|a|today",
                "muster.area-progress|drive"
            })
    void shouldReportAnInvalidKey(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedKey.parse(text))
                .withMessage("not the key of a row: " + text);
    }
}
