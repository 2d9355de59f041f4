package io.muster.domain;

/** The id of a campaign. It may be invalid, see {@link Ids#campaignProblem}. */
public record CampaignId(String value) implements Comparable<CampaignId> {

    @Override
    public int compareTo(CampaignId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
