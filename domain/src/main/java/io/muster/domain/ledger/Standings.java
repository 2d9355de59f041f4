package io.muster.domain.ledger;

import org.jspecify.annotations.Nullable;

/** What stands for each participant. */
public interface Standings {

    /** What stands for the participant, or null if nothing was stated yet. */
    @Nullable
    Standing get(String campaignId, String participantRef);

    /** Lets a statement stand in place of whatever stood. */
    void put(String campaignId, String participantRef, Standing standing);
}
