package io.muster.domain.removal;

import io.muster.domain.CampaignId;
import io.muster.domain.reference.CertifiedCount;
import io.muster.domain.reference.Target;
import java.util.List;

/**
 * The effects of removing the definition of a campaign.
 *
 * @param people the number of participants counted in it; their statements are kept, as those of an unknown campaign
 * @param targets its targets, ordered by area id; they are removed with it
 * @param certified its certified counts, ordered by area id, then day; they are kept, and apply again if the campaign
 *     is defined again
 */
public record CampaignRemoval(
        CampaignId campaignId, long people, List<Target> targets, List<CertifiedCount> certified) {

    public CampaignRemoval {
        targets = List.copyOf(targets);
        certified = List.copyOf(certified);
    }
}
