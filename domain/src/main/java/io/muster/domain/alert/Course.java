package io.muster.domain.alert;

import io.muster.domain.plan.Pace;
import io.muster.domain.reference.Campaign;
import java.time.LocalDate;

/**
 * How an area got where it stands in a campaign.
 *
 * @param target more than 0
 * @param enrolled to date, over the days of the period
 * @param days the counts of the days of the period
 */
public record Course(Campaign campaign, LocalDate asOfDay, long target, long enrolled, Pace.DayCounts days) {}
