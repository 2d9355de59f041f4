package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.domain.plan.Pace;

/**
 * Jackson mix-in for {@link io.muster.domain.tally.AreaRow}: inlines the pace and omits the campaign id, which the
 * response has already.
 */
@JsonIgnoreProperties("campaignId")
interface AreaRowMixin {

    @JsonUnwrapped
    Pace pace();
}
