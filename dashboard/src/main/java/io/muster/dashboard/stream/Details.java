package io.muster.dashboard.stream;

import io.muster.dashboard.api.CampaignDetail;
import java.util.HashMap;
import java.util.Map;

/** What was last said of each campaign, with a number that changes with it. For one thread. */
final class Details {

    /** The number of what nobody was told yet. */
    static final long NOTHING = 0;

    private final Map<String, Numbered> latest = new HashMap<>();
    private long last = NOTHING;

    record Numbered(long number, CampaignDetail detail) {}

    /** Keeps the number where nothing has changed. */
    Numbered numbered(CampaignDetail detail) {
        return latest.compute(
                detail.head().campaignId(),
                (id, before) -> before != null && before.detail.equals(detail) ? before : new Numbered(++last, detail));
    }
}
