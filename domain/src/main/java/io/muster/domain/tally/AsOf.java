package io.muster.domain.tally;

import io.muster.domain.reference.Campaign;
import java.time.Instant;
import java.time.LocalDate;

/** Where the as-of day comes from (contract, rule 6). */
public sealed interface AsOf {

    /**
     * The local day for which progress is judged.
     *
     * @param lastRecordedAt latest {@code recordedAt} of any statement of the campaign, in epoch milliseconds;
     *     {@link Long#MIN_VALUE} where there is none
     */
    LocalDate day(Campaign campaign, long lastRecordedAt);

    /** Today, in the zone of the campaign. */
    record Wall(Instant now) implements AsOf {
        @Override
        public LocalDate day(Campaign campaign, long lastRecordedAt) {
            return LocalDate.ofInstant(now, campaign.zone());
        }
    }

    /** The local day of the latest {@code recordedAt} seen; before any, the first day of the campaign. */
    record Recorded() implements AsOf {
        @Override
        public LocalDate day(Campaign campaign, long lastRecordedAt) {
            return lastRecordedAt == Long.MIN_VALUE
                    ? campaign.startsOn()
                    : LocalDate.ofInstant(Instant.ofEpochMilli(lastRecordedAt), campaign.zone());
        }
    }
}
