package io.muster.contract.topic;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.domain.fixture.TestIds.participantRef;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.muster.contract.topic.RecordKeys.NotificationKey;
import io.muster.contract.topic.RecordKeys.TargetKey;
import io.muster.domain.InvalidFieldException;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.statement.Dimension;
import io.muster.domain.tally.RowKey;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordKeysTest {

    private static final RowKey.OfAlert ALERT =
            new RowKey.OfAlert(campaignId("drive"), areaId("yen-dung"), AlertRule.SILENT);

    @Test
    void shouldBuildKeysInTheDocumentedFormat() {
        assertThat(RecordKeys.participant(campaignId("drive"), participantRef("p1")))
                .isEqualTo("drive:p1");
        assertThat(RecordKeys.target(campaignId("drive"), areaId("yen-dung"))).isEqualTo("drive:yen-dung");
        assertThat(RecordKeys.day(campaignId("drive"), areaId("yen-dung"), LocalDate.of(2023, 5, 2)))
                .isEqualTo("drive|yen-dung|2023-05-02");
        assertThat(RecordKeys.area(campaignId("drive"), areaId("yen-dung"))).isEqualTo("drive|yen-dung");
        assertThat(RecordKeys.segment(campaignId("drive"), areaId("yen-dung"), "ageBand", "18-29"))
                .isEqualTo("drive|yen-dung|ageBand|18-29");
        assertThat(RecordKeys.heartbeat("muster", "ledger", 3)).isEqualTo("muster|ledger|3");
        assertThat(RecordKeys.notification("office", ALERT)).isEqualTo("office|drive|yen-dung|SILENT");
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(
                        Topics.DAILY_COUNTS,
                        new RowKey.OfDay(campaignId("drive"), areaId("Yên Dũng:1"), LocalDate.EPOCH)),
                Arguments.of(Topics.AREA_PROGRESS, new RowKey.OfArea(campaignId("drive"), areaId("Yên Dũng"))),
                Arguments.of(Topics.CAMPAIGN_PROGRESS, new RowKey.OfCampaign(campaignId("drive"))),
                Arguments.of(Topics.ALERTS, ALERT),
                Arguments.of(
                        Topics.SEGMENT_COUNTS,
                        new RowKey.OfSegment(campaignId("drive"), areaId("a"), Dimension.OCCUPATION, "thợ|may|")),
                Arguments.of(
                        Topics.SEGMENT_COUNTS,
                        new RowKey.OfSegment(campaignId("drive"), areaId("a"), Dimension.INCOME_BAND, "")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldParseTheRowKeysItBuilds(Topic<?> topic, RowKey key) {
        assertThat(RecordKeys.parseRow(topic.name(), RecordKeys.row(key))).isEqualTo(key);
    }

    @Test
    void shouldParseTheOtherKeysItBuilds() {
        assertThat(RecordKeys.parseTarget("drive:yen-dung"))
                .isEqualTo(new TargetKey(campaignId("drive"), areaId("yen-dung")));
        assertThat(RecordKeys.parseNotification("office")).isEqualTo(new NotificationKey("office", null));
        assertThat(RecordKeys.parseNotification("office|drive|yen-dung|SILENT"))
                .isEqualTo(new NotificationKey("office", ALERT));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                invalid(RecordKeys::parseTarget, "drive", "key must be campaignId:areaId, but is drive"),
                invalid(RecordKeys::parseArea, "drive", "key must be campaignId|areaId, but is drive"),
                invalid(RecordKeys::parseDay, "drive|a", "key must be campaignId|areaId|date, but is drive|a"),
                invalid(
                        RecordKeys::parseDay,
                        "drive|a|today",
                        "key must end with a date such as 2023-05-18, but is drive|a|today"),
                invalid(RecordKeys::parseAlert, "drive|a|LATE", "key must end with an alert rule, but is drive|a|LATE"),
                invalid(
                        RecordKeys::parseSegment,
                        "drive|a|shoe|42",
                        "key must name a dimension, but is drive|a|shoe|42"),
                invalid(
                        RecordKeys::parseNotification,
                        "office|drive",
                        "key must be campaignId|areaId|rule, but is drive"),
                invalid(
                        key -> RecordKeys.parseRow("muster.areas", key),
                        "a",
                        "topic must be a topic of rows, but is muster.areas"));
    }

    private static Arguments invalid(Function<String, Object> parse, String key, String message) {
        return Arguments.of(parse, key, message);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void shouldRejectAndNameAnInvalidKey(Function<String, Object> parse, String key, String message) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> parse.apply(key))
                .withMessage(message);
    }

    @Test
    void shouldFindTheParticipantRefInAKey() {
        assertThat("drive:p1".substring(RecordKeys.participantRefStart("drive:p1")))
                .isEqualTo("p1");
        assertThat(RecordKeys.participantRefStart("p1")).isZero();
        assertThat(RecordKeys.participantPrefix(campaignId("drive"))).isEqualTo("drive:");
    }
}
