package io.muster.intake.statement;

import io.muster.domain.reference.Campaign;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the day of a statement with the days of its campaign. A day far from them is most likely of another year or another drive. */
final class CampaignDays {

    /** Offices begin before a drive and go on after it, so a nearer day is not odd. */
    static final int FAR = 31;

    private final Supplier<? extends Collection<Campaign>> definitions;
    private @Nullable Map<String, Campaign> campaigns;

    /** @param definitions asked for once, when the first day is compared */
    CampaignDays(Supplier<? extends Collection<Campaign>> definitions) {
        this.definitions = definitions;
    }

    /** False where the campaign is not known. */
    boolean areFarFrom(LocalDate day, String campaignId) {
        Campaign campaign = campaigns().get(campaignId);
        return campaign != null
                && (day.isBefore(campaign.startsOn().minusDays(FAR))
                        || day.isAfter(campaign.endsOn().plusDays(FAR)));
    }

    private Map<String, Campaign> campaigns() {
        Map<String, Campaign> known = campaigns;
        if (known == null) {
            known = definitions.get().stream()
                    .collect(Collectors.toUnmodifiableMap(Campaign::campaignId, Function.identity(), (a, b) -> b));
            campaigns = known;
        }
        return known;
    }
}
