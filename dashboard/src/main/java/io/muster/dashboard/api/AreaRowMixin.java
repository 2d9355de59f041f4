package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.domain.plan.Pace;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow.DataQuality;

/** Jackson mix-in for {@link AreaRow}: one flat object. Omits the campaign id, which the response has already. */
interface AreaRowMixin {

    @JsonUnwrapped
    AreaRow.Placement placement();

    @JsonUnwrapped
    AreaRow.Counts counts();

    @JsonUnwrapped
    AreaRow.Goal goal();

    @JsonUnwrapped
    AreaRow.Ranks ranks();

    @JsonUnwrapped
    Pace pace();

    /** JSON of {@link AreaRow.Placement}. */
    @JsonIgnoreProperties("campaignId")
    interface OfPlacement {}

    /** JSON of {@link Pace}. */
    interface OfPace {
        @JsonUnwrapped
        Pace.Forecast forecast();
    }

    /** JSON of {@link DataQuality}. */
    interface OfQuality {
        @JsonUnwrapped
        DataQuality.Unplaced participants();

        @JsonUnwrapped
        DataQuality.Definitions definitions();
    }
}
