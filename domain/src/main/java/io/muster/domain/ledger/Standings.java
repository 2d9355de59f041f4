package io.muster.domain.ledger;

import io.muster.domain.CampaignId;
import io.muster.domain.participant.ParticipantRef;
import org.jspecify.annotations.Nullable;

/** The winning statement of each participant, by campaign. */
public interface Standings {

    /** The entry of a participant. It is valid until the next call. */
    Place placeOf(CampaignId campaignId, ParticipantRef participantRef);

    /** The entry of one participant in one campaign. */
    interface Place {

        /** The winning statement, or null if there is none yet. */
        @Nullable
        Standing get();

        /** Sets the winning statement. */
        void put(Standing standing);
    }
}
