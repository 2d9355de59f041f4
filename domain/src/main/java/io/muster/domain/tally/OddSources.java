package io.muster.domain.tally;

import io.muster.domain.ledger.OddSource;
import io.muster.domain.ledger.OddSource.Oddity;
import io.muster.domain.tally.CampaignRow.SourceCount;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many participants of a campaign are odd, by what and by the source of their winning statement. */
final class OddSources {

    private final Map<OddSource, Long> participants = new HashMap<>();

    void add(OddSource source, long by) {
        participants.merge(source, by, (before, more) -> before + more == 0 ? null : before + more);
    }

    /** The sources with most of them, the most first, then by name. */
    List<SourceCount> most(Oddity oddity) {
        return participants.entrySet().stream()
                .filter(entry -> entry.getKey().oddity() == oddity)
                .map(entry -> new SourceCount(entry.getKey().source(), entry.getValue()))
                .sorted(Comparator.comparingLong(SourceCount::participants)
                        .reversed()
                        .thenComparing(SourceCount::source))
                .limit(CampaignRow.DataQuality.MOST_SOURCES)
                .toList();
    }
}
