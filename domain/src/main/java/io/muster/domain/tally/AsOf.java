package io.muster.domain.tally;

import io.muster.domain.reference.Campaign;
import java.time.Instant;

/** Where the as-of clock, and with it the as-of day, comes from (contract, rule 6). */
public sealed interface AsOf {

    /**
     * The moment for which progress is judged: its local day is the as-of day.
     *
     * @param lastRecordedAt latest {@code recordedAt} of any statement of the campaign, in epoch milliseconds;
     *     {@link Long#MIN_VALUE} where there is none
     */
    Instant moment(Campaign campaign, long lastRecordedAt);

    /** Today, in the zone of the campaign. */
    record Wall(Instant now) implements AsOf {
        @Override
        public Instant moment(Campaign campaign, long lastRecordedAt) {
            return now;
        }
    }

    /** The latest {@code recordedAt} seen; before any, the start of the campaign. */
    record Recorded() implements AsOf {
        @Override
        public Instant moment(Campaign campaign, long lastRecordedAt) {
            return lastRecordedAt == Long.MIN_VALUE
                    ? campaign.startOf(campaign.startsOn())
                    : Instant.ofEpochMilli(lastRecordedAt);
        }
    }
}
