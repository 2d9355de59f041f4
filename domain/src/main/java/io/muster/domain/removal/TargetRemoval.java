package io.muster.domain.removal;

import io.muster.domain.reference.Target;

/** An area has no target in a campaign any more: no attainment, no rank by it, no plan, no alert. */
public record TargetRemoval(Target target) {}
