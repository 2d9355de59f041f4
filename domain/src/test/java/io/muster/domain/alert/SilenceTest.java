package io.muster.domain.alert;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve.Linear;
import io.muster.domain.statement.RecordedTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A drive in March, in a zone that changes to summer time on the 26th. */
class SilenceTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Campaign DRIVE = new Campaign(
            campaignId("drive"),
            Map.of(),
            new Campaign.Period(LocalDate.parse("2023-03-01"), LocalDate.parse("2023-03-31"), ZONE),
            areaId("province"),
            new Linear(),
            null,
            null,
            List.of());
    private static final Silence SILENCE = new Silence(DRIVE, Duration.ofDays(3), null);

    private final RecordedTimes recorded = new RecordedTimes();

    @Test
    void shouldFireToTheMillisecondThreeDaysAfterTheLastStatement() {
        stated("2023-03-02T09:30");

        Instant fires = at("2023-03-05T09:30");
        assertThat(SILENCE.episodes(recorded, fires.minusMillis(1))).isEmpty();
        assertThat(SILENCE.next(recorded, fires.minusMillis(1))).isEqualTo(fires);
        assertThat(SILENCE.episodes(recorded, fires)).containsExactly(silence("2023-03-05T09:30", null));
        assertThat(SILENCE.next(recorded, fires)).isNull();
    }

    @Test
    void shouldBeResolvedByTheNextStatementAndKeepTheEpisode() {
        stated("2023-03-02T09:00", "2023-03-06T08:00", "2023-03-07T08:00");

        assertThat(SILENCE.episodes(recorded, at("2023-03-09T00:00")))
                .containsExactly(silence("2023-03-05T09:00", "2023-03-06T08:00"));
    }

    @Test
    void shouldNotFireWhenAStatementArrivesJustInTime() {
        stated("2023-03-02T09:00", "2023-03-05T09:00");

        assertThat(SILENCE.episodes(recorded, at("2023-03-06T00:00"))).isEmpty();
    }

    @Test
    void shouldMeasureSilenceFromTheStartOfTheCampaign() {
        stated("2023-02-10T09:00");

        assertThat(SILENCE.episodes(recorded, at("2023-03-03T23:59"))).isEmpty();
        assertThat(SILENCE.next(recorded, at("2023-02-20T00:00"))).isEqualTo(at("2023-03-04T00:00"));
        assertThat(SILENCE.episodes(recorded, at("2023-03-04T00:00")))
                .containsExactly(silence("2023-03-04T00:00", null));
    }

    @Test
    void shouldCountHoursRatherThanCalendarDays() {
        stated("2023-03-25T12:00");

        assertThat(SILENCE.next(recorded, at("2023-03-26T12:00"))).isEqualTo(at("2023-03-28T13:00"));
    }

    @Test
    void shouldBeResolvedWhenTheCampaignEnds() {
        stated("2023-03-02T09:00", "2023-04-02T09:00");

        assertThat(SILENCE.episodes(recorded, at("2023-04-03T00:00")))
                .containsExactly(silence("2023-03-05T09:00", "2023-04-01T00:00"));
    }

    @Test
    void shouldNotFireWhenTheCampaignEndsFirst() {
        stated("2023-03-02T09:00", "2023-03-03T09:00", "2023-03-05T09:00", "2023-03-29T00:00");

        assertThat(SILENCE.episodes(recorded, at("2023-04-03T00:00")))
                .containsExactly(silence("2023-03-08T09:00", "2023-03-29T00:00"));
        assertThat(SILENCE.next(recorded, at("2023-03-30T00:00"))).isNull();
    }

    @Test
    void shouldBeResolvedOnTheDayThatReachesTheTarget() {
        stated("2023-03-02T09:00");
        Silence completedWhileItFires = completedOn("2023-03-08");
        Silence completedBefore = completedOn("2023-03-05");

        assertThat(completedWhileItFires.episodes(recorded, at("2023-03-20T00:00")))
                .containsExactly(silence("2023-03-05T09:00", "2023-03-08T00:00"));
        assertThat(completedBefore.episodes(recorded, at("2023-03-20T00:00"))).isEmpty();
        assertThat(completedBefore.next(recorded, at("2023-03-05T00:00"))).isNull();
    }

    @Test
    void shouldKeepEpisodesFromBeforeTheTargetWasReached() {
        stated("2023-03-02T09:00", "2023-03-06T08:00");

        assertThat(completedOn("2023-03-10").episodes(recorded, at("2023-03-20T00:00")))
                .containsExactly(
                        silence("2023-03-05T09:00", "2023-03-06T08:00"),
                        silence("2023-03-09T08:00", "2023-03-10T00:00"));
    }

    @Test
    void shouldIgnoreAStatementFromAFastClockUntilItsTimeComes() {
        stated("2023-03-02T09:00", "2023-03-05T20:00");

        assertThat(SILENCE.episodes(recorded, at("2023-03-05T08:00"))).isEmpty();
        assertThat(SILENCE.next(recorded, at("2023-03-05T08:00"))).isEqualTo(at("2023-03-05T09:00"));
        assertThat(SILENCE.episodes(recorded, at("2023-03-05T10:00")))
                .containsExactly(silence("2023-03-05T09:00", null));
        assertThat(SILENCE.next(recorded, at("2023-03-05T10:00"))).isEqualTo(at("2023-03-05T20:00"));
        assertThat(SILENCE.episodes(recorded, at("2023-03-05T20:00")))
                .containsExactly(silence("2023-03-05T09:00", "2023-03-05T20:00"));
    }

    private static Silence completedOn(String day) {
        return new Silence(DRIVE, Duration.ofDays(3), LocalDate.parse(day));
    }

    private void stated(String... times) {
        for (String time : times) {
            recorded.see(at(time).toEpochMilli());
        }
    }

    private static Episode silence(String from, @Nullable String until) {
        return new Episode(at(from), until == null ? null : at(until));
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZONE).toInstant();
    }
}
