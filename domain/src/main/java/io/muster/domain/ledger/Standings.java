package io.muster.domain.ledger;

import org.jspecify.annotations.Nullable;

/** What stands for each participant. */
public interface Standings {

    /** Where the standing of a participant is kept; good until the next place is asked for. */
    Place placeOf(String campaignId, String participantRef);

    /** The place of one participant. */
    interface Place {

        /** What stands for the participant, or null if nothing was stated yet. */
        @Nullable
        Standing get();

        /** Lets a statement stand in place of whatever stood. */
        void put(Standing standing);
    }
}
