package io.muster.client;

import io.muster.domain.CampaignId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Values that a client adds to every registration.
 *
 * @param source name of the office or system
 * @param zone time zone of its local days
 * @param campaignId default campaign; null if each registration must name one
 */
record ClientDefaults(String source, ZoneId zone, @Nullable CampaignId campaignId) {}
