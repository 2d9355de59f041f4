package io.muster.domain.alert;

import io.muster.domain.plan.DayCounts;
import io.muster.domain.reference.Campaign;
import java.time.LocalDate;

/**
 * The input of the alert rules: the daily counts of one area, and what they are judged against.
 *
 * @param target above 0
 * @param days the counts of the days of the period
 */
public record Course(Campaign campaign, LocalDate asOfDay, long target, DayCounts days) {}
