package io.muster.domain.tally;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.reference.Campaign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** docs/rules.md, rule 6. */
class AsOfTest {

    private final Campaign campaign = Objects.requireNonNull(someReferences()
            .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
            .build()
            .campaigns()
            .get(campaignId("drive")));

    @Test
    void shouldUseTheWallClockInTheZoneOfTheCampaignWhateverWasRecorded() {
        AsOf before = new AsOf.Wall(Instant.parse("2023-05-12T16:59:59.999Z"));
        AsOf midnight = new AsOf.Wall(Instant.parse("2023-05-12T17:00:00Z"));

        assertThat(day(before, Long.MAX_VALUE)).isEqualTo(LocalDate.parse("2023-05-12"));
        assertThat(day(midnight, Long.MIN_VALUE)).isEqualTo(LocalDate.parse("2023-05-13"));
    }

    @Test
    void shouldUseTheLatestRecordingInTheZoneOfTheCampaign() {
        long recordedAt = Instant.parse("2023-05-12T17:00:00Z").toEpochMilli();

        assertThat(day(new AsOf.Recorded(), recordedAt)).isEqualTo(LocalDate.parse("2023-05-13"));
        assertThat(day(new AsOf.Recorded(), recordedAt - 1)).isEqualTo(LocalDate.parse("2023-05-12"));
    }

    @Test
    void shouldUseTheStartDayBeforeAnythingIsRecorded() {
        assertThat(day(new AsOf.Recorded(), Long.MIN_VALUE)).isEqualTo(LocalDate.parse("2023-05-01"));
    }

    private LocalDate day(AsOf asOf, long lastRecordedAt) {
        return LocalDate.ofInstant(asOf.moment(campaign, lastRecordedAt), campaign.zone());
    }
}
