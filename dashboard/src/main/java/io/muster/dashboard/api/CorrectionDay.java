package io.muster.dashboard.api;

import java.time.LocalDate;

/**
 * The corrections that were made on one local day, about an area and all below it.
 *
 * @param movedIn enrolled here, and elsewhere before
 * @param movedOut enrolled elsewhere, and here before
 * @param movedWithin enrolled in another area below this one than before
 * @param restored enrolled again after having withdrawn
 * @param dayChanged enrolled on another day than before
 * @param net by how much they changed who is enrolled here
 */
public record CorrectionDay(
        LocalDate date,
        long movedIn,
        long movedOut,
        long movedWithin,
        long withdrawn,
        long restored,
        long dayChanged,
        long net) {

    static CorrectionDay none(LocalDate date) {
        return new CorrectionDay(date, 0, 0, 0, 0, 0, 0, 0);
    }

    CorrectionDay plus(CorrectionDay more) {
        return new CorrectionDay(
                date,
                movedIn + more.movedIn,
                movedOut + more.movedOut,
                movedWithin + more.movedWithin,
                withdrawn + more.withdrawn,
                restored + more.restored,
                dayChanged + more.dayChanged,
                net + more.net);
    }
}
