package io.muster.domain.removal;

import io.muster.domain.reference.Target;

/**
 * The removal of the target of an area in a campaign. Without it, the area has no attainment, no rank by attainment, no
 * plan and no alerts.
 */
public record TargetRemoval(Target target) {}
