package io.muster.client;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who states something, and where.
 *
 * @param source its name in every statement
 * @param zone in which its days begin and end
 * @param campaignId what a statement is about that names no campaign; null: each must name one
 */
record Office(String source, ZoneId zone, @Nullable String campaignId) {}
