package io.muster.simulation.traffic;

import io.muster.domain.CampaignId;
import io.muster.domain.InvalidFieldException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Volume and mix of the traffic.
 *
 * @param seed the same plan gives the same statements; different plans on the same topics need different seeds,
 *     because the seed is part of the campaign ids
 * @param campaigns number of campaigns, all over the same areas
 * @param areas number of communes, the lowest level of the area tree
 * @param statements number of statements to generate, including duplicates
 */
public record TrafficPlan(long seed, int campaigns, int areas, long statements, Span span, Shares shares) {

    /** Bound on the counters kept in memory: one per campaign, commune and day. */
    private static final long MAX_CELLS = 20_000_000;

    /** @throws InvalidFieldException if a field is invalid */
    public TrafficPlan {
        requireAtLeast(1, "campaigns", campaigns);
        requireAtLeast(1, "areas", areas);
        requireAtLeast(0, "statements", statements);
        if (areas == 1 && shares.moves() > 0) {
            throw new InvalidFieldException("areas", "must be at least 2 where moveShare is above 0");
        }
        long cells = Math.multiplyExact((long) campaigns * areas, span.days());
        if (cells > MAX_CELLS) {
            throw new InvalidFieldException(
                    "areas", "times campaigns times days must not be more than " + MAX_CELLS + ", but is " + cells);
        }
    }

    /** Id of a campaign, by index from 0. */
    public CampaignId campaignId(int campaign) {
        return new CampaignId("sim-" + seed + "-" + (campaign + 1));
    }

    /**
     * Duration of the campaigns, and the end of the traffic.
     *
     * @param startsOn first local day of every campaign
     * @param days number of days of every campaign
     * @param zone time zone of the local days
     * @param recordedUntil upper bound of recording times, so that none is ahead of the broker's clock
     */
    public record Span(LocalDate startsOn, int days, ZoneId zone, Instant recordedUntil) {

        /** @throws InvalidFieldException if a field is invalid */
        public Span {
            requireAtLeast(1, "days", days);
            Instant opens = startsOn.atStartOfDay(zone).toInstant();
            if (!recordedUntil.isAfter(opens)) {
                throw new InvalidFieldException(
                        "startsOn", "must begin before " + recordedUntil + ", but " + startsOn + " begins at " + opens);
            }
        }

        /** Campaigns whose last day is the day of this instant. */
        public static Span endingAt(Instant moment, int days, ZoneId zone) {
            requireAtLeast(1, "days", days);
            return new Span(moment.atZone(zone).toLocalDate().minusDays(days - 1L), days, zone, moment);
        }
    }

    /**
     * Shares of statement types, each from 0 to 1, in total less than 1. The rest are new enrollments.
     *
     * @param duplicates exact repetitions of earlier statements
     * @param withdrawals of enrolled participants
     * @param moves enrolled participants who move to another area, some also to another day
     */
    public record Shares(double duplicates, double withdrawals, double moves) {

        /** Typical of field offices: 3% duplicates, 2% withdrawals, 2% moves. */
        public static final Shares USUAL = new Shares(0.03, 0.02, 0.02);

        /** @throws InvalidFieldException if a field is invalid */
        public Shares {
            requireShare("duplicateShare", duplicates);
            requireShare("withdrawalShare", withdrawals);
            requireShare("moveShare", moves);
            double sum = duplicates + withdrawals + moves;
            if (sum >= 1) {
                throw new InvalidFieldException(
                        "duplicateShare", "with withdrawalShare and moveShare must be less than 1, but is " + sum);
            }
        }

        private static void requireShare(String field, double share) {
            if (!(share >= 0 && share < 1)) {
                throw new InvalidFieldException(field, "must be from 0 to less than 1, but is " + share);
            }
        }
    }

    private static void requireAtLeast(long least, String field, long value) {
        if (value < least) {
            throw new InvalidFieldException(field, "must be at least " + least + ", but is " + value);
        }
    }
}
