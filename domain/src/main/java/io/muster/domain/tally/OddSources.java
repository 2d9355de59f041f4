package io.muster.domain.tally;

import io.muster.domain.ledger.OddSource;
import io.muster.domain.ledger.OddSource.Oddity;
import io.muster.domain.tally.CampaignRow.SourceCount;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The number of participants of a campaign by {@link Oddity} and source of their winning statement. */
final class OddSources {

    private final Map<OddSource, Long> participants = new HashMap<>();

    void add(OddSource source, long by) {
        participants.merge(source, by, (before, more) -> before + more == 0 ? null : before + more);
    }

    /** The sources with the most participants of an oddity: most participants first, then by source. */
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
