package io.muster.domain.removal;

import io.muster.domain.reference.CertifiedCount;
import io.muster.domain.reference.Target;
import java.util.List;

/**
 * A campaign is not defined any more.
 *
 * @param people who is counted in it; their statements stay, and are those of an unknown campaign then
 * @param targets its targets, by area id; they go with it
 * @param certified its certified counts, by area id, then day; they stay, so that they hold again when it is defined again
 */
public record CampaignRemoval(String campaignId, long people, List<Target> targets, List<CertifiedCount> certified) {

    public CampaignRemoval {
        targets = List.copyOf(targets);
        certified = List.copyOf(certified);
    }
}
