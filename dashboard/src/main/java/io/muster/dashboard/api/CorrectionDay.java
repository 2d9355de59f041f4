package io.muster.dashboard.api;

import io.muster.domain.ledger.CorrectionEffect;
import java.time.LocalDate;

/**
 * The corrections of one local day that affect an area or areas below it, by {@link CorrectionEffect}.
 *
 * @param movedIn moved into this area
 * @param movedOut moved out of this area
 * @param movedWithin moved between areas below this one
 * @param restored enrolled again after a withdrawal
 * @param dayChanged moved to another day in the same area; either day may be outside the counted ones
 * @param net net change of the area's count
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

    /** A number of corrections with one effect. */
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
