package io.muster.dashboard.api;

import io.muster.domain.ledger.CorrectionEffect;
import java.time.LocalDate;

/**
 * The corrections that were made on one local day, about an area and all below it, by {@link CorrectionEffect}.
 *
 * @param movedIn enrolled here, and elsewhere before
 * @param movedOut enrolled elsewhere, and here before
 * @param movedWithin enrolled in another area below this one than before
 * @param restored enrolled again after having withdrawn
 * @param dayChanged enrolled in the same area on another day than before, of which either may be one that does not count
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

    /** Of so many corrections of one effect. */
    static CorrectionDay of(LocalDate date, CorrectionEffect effect, long n) {
        long net = effect.net() * n;
        return switch (effect) {
            case MOVED_IN -> new CorrectionDay(date, n, 0, 0, 0, 0, 0, net);
            case MOVED_OUT -> new CorrectionDay(date, 0, n, 0, 0, 0, 0, net);
            case MOVED_WITHIN -> new CorrectionDay(date, 0, 0, n, 0, 0, 0, net);
            case WITHDRAWN -> new CorrectionDay(date, 0, 0, 0, n, 0, 0, net);
            case RESTORED -> new CorrectionDay(date, 0, 0, 0, 0, n, 0, net);
            case CHANGED_DAY, INTO_PERIOD, OUT_OF_PERIOD -> new CorrectionDay(date, 0, 0, 0, 0, 0, n, net);
        };
    }

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
