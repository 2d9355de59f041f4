package io.muster.simulation.traffic;

import io.muster.domain.InvalidFieldException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How much traffic, and of which kind.
 *
 * @param seed the same plan gives the same statements; a different plan needs a different seed where it goes to the same topics,
 *     for the seed is what tells their campaigns apart
 * @param campaigns number of campaigns, all over the same areas
 * @param areas number of communes, the lowest level of the tree
 * @param statements number of statements to yield, duplicates included
 */
public record TrafficPlan(long seed, int campaigns, int areas, long statements, Span span, Shares shares) {

    /** What is counted while statements are drawn: one number per campaign, commune and day. */
    private static final long MAX_CELLS = 20_000_000;

    /** @throws InvalidFieldException if a field has a value it cannot have */
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

    /** The id of a campaign, numbered from 0. */
    public String campaignId(int campaign) {
        return "sim-" + seed + "-" + (campaign + 1);
    }

    /**
     * When the campaigns run, and up to when there are statements about them.
     *
     * @param startsOn first local day of every campaign
     * @param days number of days of every campaign
     * @param zone where the days begin
     * @param recordedUntil no statement is recorded later, so that none is ahead of the clock of a broker that gets it
     */
    public record Span(LocalDate startsOn, int days, ZoneId zone, Instant recordedUntil) {

        /** @throws InvalidFieldException if a field has a value it cannot have */
        public Span {
            requireAtLeast(1, "days", days);
            Instant opens = startsOn.atStartOfDay(zone).toInstant();
            if (!recordedUntil.isAfter(opens)) {
                throw new InvalidFieldException(
                        "startsOn", "must begin before " + recordedUntil + ", but " + startsOn + " begins at " + opens);
            }
        }

        /** Campaigns whose last day is the day of this moment. */
        public static Span endingAt(Instant moment, int days, ZoneId zone) {
            requireAtLeast(1, "days", days);
            return new Span(moment.atZone(zone).toLocalDate().minusDays(days - 1L), days, zone, moment);
        }
    }

    /**
     * How many of the statements are what, each from 0 to 1, together less than 1. The rest enroll somebody new.
     *
     * @param duplicates statements that were sent before, word for word
     * @param withdrawals statements that somebody left
     * @param moves statements that somebody enrolled elsewhere, or also on another day
     */
    public record Shares(double duplicates, double withdrawals, double moves) {

        /** What field offices send: 3% duplicates, 2% withdrawals, 2% moves. */
        public static final Shares USUAL = new Shares(0.03, 0.02, 0.02);

        /** @throws InvalidFieldException if a field has a value it cannot have */
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
