package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.domain.plan.Pace;

/** How {@link io.muster.domain.tally.AreaRow} is written: the pace beside the other figures, the campaign by the answer around it. */
@JsonIgnoreProperties("campaignId")
interface AreaRowInJson {

    @JsonUnwrapped
    Pace pace();
}
