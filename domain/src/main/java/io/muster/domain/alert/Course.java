package io.muster.domain.alert;

import io.muster.domain.plan.Pace;
import io.muster.domain.reference.Campaign;
import java.time.LocalDate;

/**
 * How an area got where it stands in a campaign.
 *
 * @param target more than 0
 * @param days the counts of the days of the period
 */
public record Course(Campaign campaign, LocalDate asOfDay, long target, Pace.DayCounts days) {}
