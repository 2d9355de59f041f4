package io.muster.domain.ledger;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a correction did to the count of one area, all below it included. The bulletin, the API and the page count corrections by this
 * definition. A correction has one effect: who moves to another area on another day has moved.
 */
public enum CorrectionEffect {
    /** Counted in another area below this one than before, of whatever level. The count stays. */
    MOVED_WITHIN(0),
    /** Enrolled in an area that is not below this one before. */
    MOVED_IN(1),
    /** Enrolled in an area that is not below this one now. */
    MOVED_OUT(-1),
    /** Counted in the same area on another day. The count stays. */
    CHANGED_DAY(0),
    /** Enrolled below this area on a day that did not count before. */
    INTO_PERIOD(1),
    /** Enrolled below this area on a day that does not count. */
    OUT_OF_PERIOD(-1),
    WITHDRAWN(-1),
    /** Enrolled again after having withdrawn. */
    RESTORED(1);

    private final int net;

    CorrectionEffect(int net) {
        this.net = net;
    }

    /** Where one statement puts a participant. */
    public record Place(boolean enrolled, String areaId, LocalDate day) {}

    /** By how much it changes the count: 1, 0 or −1. */
    public int net() {
        return net;
    }

    /**
     * The effect of a change from one place to another.
     *
     * @param inArea whether an area is the one in question, or below it
     * @param counts whether a day is in the figures
     * @return null where the count is of the same participants on the same days in the same areas
     */
    public static @Nullable CorrectionEffect of(
            Place from, Place to, Predicate<String> inArea, Predicate<LocalDate> counts) {
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

    private static boolean isCounted(Place place, Predicate<String> inArea, Predicate<LocalDate> counts) {
        return place.enrolled && counts.test(place.day) && inArea.test(place.areaId);
    }
}
