package io.muster.report.bulletin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a bulletin.
 *
 * @param asOf last counted day; null for the current as-of day
 * @param level level of the lines; null for the level directly below the root
 * @param since day of the previous bulletin: corrections and tree changes after it are reported; null for the day
 *     before the as-of day
 */
public record BulletinRequest(
        @Nullable LocalDate asOf,
        @Nullable String level,
        @Nullable LocalDate since) {

    /** The latest bulletin, with a line for each area directly below the root. */
    public static final BulletinRequest LATEST = new BulletinRequest(null, null, null);

    /** The bulletin of a day, with a line for each area directly below the root. */
    public static BulletinRequest asOf(LocalDate day) {
        return new BulletinRequest(day, null, null);
    }
}
