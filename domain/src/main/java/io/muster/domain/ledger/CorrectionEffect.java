package io.muster.domain.ledger;

import io.muster.domain.AreaId;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The effect of a correction on the count of one area, all areas below it included. The bulletin, the API and the page
 * count corrections by this definition. A correction has one effect at most: a change of both area and day is a move.
 */
public enum CorrectionEffect {
    /** Moved to another area within this one, of any level. The count stays the same. */
    MOVED_WITHIN(0),
    /** Moved here from an area outside this one. */
    MOVED_IN(1),
    /** Moved from here to an area outside this one. */
    MOVED_OUT(-1),
    /** Moved to another day in the same area. The count stays the same. */
    CHANGED_DAY(0),
    /** Moved within this area, from a day that does not count to a day that counts. */
    INTO_PERIOD(1),
    /** Moved within this area, from a day that counts to a day that does not count. */
    OUT_OF_PERIOD(-1),
    WITHDRAWN(-1),
    /** Enrolled again after a withdrawal. */
    RESTORED(1);

    private final int net;

    CorrectionEffect(int net) {
        this.net = net;
    }

    /** Where one statement counts a participant. */
    public record Place(boolean enrolled, AreaId areaId, LocalDate day) {}

    /** The change of the count: 1, 0 or −1. */
    public int net() {
        return net;
    }

    /**
     * The effect of a change from one place to another.
     *
     * @param inArea whether an area is the one in question, or below it
     * @param counts whether a day is included in the count
     * @return null if the change does not affect the area
     */
    public static @Nullable CorrectionEffect of(
            Place from, Place to, Predicate<AreaId> inArea, Predicate<LocalDate> counts) {
        boolean was = isCounted(from, inArea, counts);
        boolean is = isCounted(to, inArea, counts);
        if (was && is) {
            if (!from.areaId.equals(to.areaId)) {
                return MOVED_WITHIN;
            }
            return from.day.equals(to.day) ? null : CHANGED_DAY;
        }
        if (is) {
            return !from.enrolled ? RESTORED : inArea.test(from.areaId) ? INTO_PERIOD : MOVED_IN;
        }
        if (was) {
            return !to.enrolled ? WITHDRAWN : inArea.test(to.areaId) ? OUT_OF_PERIOD : MOVED_OUT;
        }
        return null;
    }

    private static boolean isCounted(Place place, Predicate<AreaId> inArea, Predicate<LocalDate> counts) {
        return place.enrolled && counts.test(place.day) && inArea.test(place.areaId);
    }
}
