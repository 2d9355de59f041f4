package io.muster.intake.date;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How to read ambiguous dates such as 05/12/2023.
 *
 * @param order null if ambiguous dates must not be read
 * @param doubt why they must not be read, e.g. "may be …"; empty if they may
 * @param remedy how to resolve the doubt
 * @param isAssumed whether no date of the file shows the order, so that the custom in Viet Nam is assumed
 */
public record DateOrders(@Nullable DateOrder order, String doubt, String remedy, boolean isAssumed) {

    private static final String SAY_SO = "give --date-order day-first or --date-order month-first, or write 2023-05-18";

    /** An order that was given explicitly. */
    public static DateOrders given(DateOrder order) {
        return new DateOrders(order, "", "", false);
    }

    /** No order, because the input is a stream that cannot be scanned beforehand. */
    public static DateOrders unknown() {
        return new DateOrders(
                null, "may be day/month or month/day, and standard input cannot be scanned beforehand", SAY_SO, false);
    }

    /** Derives the order from unambiguous dates of the file, those with a number above 12. */
    public static DateOrders of(@Nullable String dayFirst, @Nullable String monthFirst) {
        if (monthFirst == null) {
            return new DateOrders(DateOrder.DAY_FIRST, "", "", dayFirst == null);
        }
        String seen = dayFirst == null
                ? "may be month/day/year, as " + monthFirst + " is"
                : "may be of either kind: the file has " + dayFirst + " as well as " + monthFirst;
        return new DateOrders(null, seen, SAY_SO, false);
    }

    /** Computes the order on first use and caches it. */
    public static final class Lazy implements Supplier<DateOrders> {
        private final Supplier<DateOrders> decision;
        private @Nullable DateOrders decided;

        public Lazy(Supplier<DateOrders> decision) {
            this.decision = decision;
        }

        @Override
        public DateOrders get() {
            if (decided == null) {
                decided = decision.get();
            }
            return decided;
        }

        /** Whether an ambiguous date was read in an order that was only assumed. */
        public boolean hasAssumed() {
            return decided != null && decided.isAssumed();
        }
    }
}
