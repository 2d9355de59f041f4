package io.muster.intake.statement;

import io.muster.domain.CampaignId;
import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Statement;
import io.muster.intake.row.Fields;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the day of a statement with its campaign. A distant day most likely has a wrong year or campaign. */
final class CampaignDays {

    /** Offices start before a campaign and finish after it, so closer days are normal. */
    private static final int TOLERATED_DAYS = 31;

    private final Supplier<? extends Collection<Campaign>> definitions;
    private @Nullable Map<CampaignId, Campaign> campaigns;

    /** @param definitions called once, when the first day is compared */
    CampaignDays(Supplier<? extends Collection<Campaign>> definitions) {
        this.definitions = definitions;
    }

    /** Notes a warning if the day is most likely wrong. */
    void warnOfDistantDay(Fields fields, Statement statement) {
        LocalDate recordedOn = LocalDate.ofInstant(statement.recordedAt(), ZoneOffset.UTC);
        if (isDistant(statement.enrolledOn(), statement.campaignId())) {
            fields.warning(
                    "enrolledOn",
                    "is more than " + TOLERATED_DAYS
                            + " days before or after its campaign, and does not count to the plan",
                    "check the day and the campaign");
        } else if (statement.enrolledOn().isBefore(recordedOn.minusYears(1))) {
            fields.warning("enrolledOn", "is more than a year before recordedAt", "check its year");
        }
    }

    /** False if the campaign is unknown. */
    private boolean isDistant(LocalDate day, CampaignId campaignId) {
        Campaign campaign = campaigns().get(campaignId);
        return campaign != null
                && (day.isBefore(campaign.startsOn().minusDays(TOLERATED_DAYS))
                        || day.isAfter(campaign.endsOn().plusDays(TOLERATED_DAYS)));
    }

    private Map<CampaignId, Campaign> campaigns() {
        Map<CampaignId, Campaign> byId = campaigns;
        if (byId == null) {
            byId = definitions.get().stream()
                    .collect(Collectors.toUnmodifiableMap(Campaign::campaignId, Function.identity(), (a, b) -> b));
            campaigns = byId;
        }
        return byId;
    }
}
