package io.muster.report.bulletin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which bulletin is wished.
 *
 * @param asOf the last day that counts; null for the day for which progress is judged now
 * @param level the level of its lines; null for the level directly below the root
 * @param since the day of the bulletin before, after which corrections are told; null for the day before the as-of day
 */
public record BulletinOptions(
        @Nullable LocalDate asOf,
        @Nullable String level,
        @Nullable LocalDate since) {

    /** The newest, of the areas directly below the root. */
    public static final BulletinOptions LATEST = new BulletinOptions(null, null, null);

    /** The same of a day. */
    public static BulletinOptions asOf(LocalDate day) {
        return new BulletinOptions(day, null, null);
    }
}
