package io.muster.domain.tally;

import io.muster.domain.reference.Campaign;
import java.time.Instant;

/** The source of the as-of clock, and so of the as-of day (docs/rules.md, rule 6). */
public sealed interface AsOf {

    /**
     * The moment for which progress is judged. Its local day is the as-of day.
     *
     * @param lastRecordedAt the latest {@code recordedAt} of any statement of the campaign, in epoch milliseconds;
     *     {@link Long#MIN_VALUE} if there is none
     */
    Instant moment(Campaign campaign, long lastRecordedAt);

    /** The wall clock: the as-of day is today in the zone of the campaign. */
    record Wall(Instant now) implements AsOf {
        @Override
        public Instant moment(Campaign campaign, long lastRecordedAt) {
            return now;
        }
    }

    /** The latest {@code recordedAt}; the start of the campaign while there is none. */
    record Recorded() implements AsOf {
        @Override
        public Instant moment(Campaign campaign, long lastRecordedAt) {
            return lastRecordedAt == Long.MIN_VALUE
                    ? campaign.startOf(campaign.startsOn())
                    : Instant.ofEpochMilli(lastRecordedAt);
        }
    }
}
