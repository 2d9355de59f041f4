package io.muster.domain;

import java.util.Objects;

/** The id of a campaign. It may be invalid, see {@link Ids#campaignProblem}. */
public record CampaignId(String value) implements Comparable<CampaignId> {

    /** @throws NullPointerException without a value, as for a record without a key */
    public CampaignId {
        Objects.requireNonNull(value, "the id of a campaign is missing");
    }

    @Override
    public int compareTo(CampaignId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
