package io.muster.dashboard.stream;

import io.muster.dashboard.api.CampaignDetail;
import io.muster.domain.CampaignId;
import java.util.HashMap;
import java.util.Map;

/** Tracks the latest detail of each campaign, with a version that increases with every change. Not thread-safe. */
final class DetailTracker {

    /** Version of a stream that has not received any detail. */
    static final long NONE = 0;

    private final Map<CampaignId, Versioned> latest = new HashMap<>();
    private long last = NONE;

    record Versioned(long version, CampaignDetail detail) {}

    /** Keeps the version if the detail is unchanged. */
    Versioned versioned(CampaignDetail detail) {
        return latest.compute(
                detail.head().campaignId(),
                (id, before) ->
                        before != null && before.detail.equals(detail) ? before : new Versioned(++last, detail));
    }
}
