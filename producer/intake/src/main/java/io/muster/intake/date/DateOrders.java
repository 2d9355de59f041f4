package io.muster.intake.date;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How to read a date such as 05/12/2023, which does not show whether it is of May or of December.
 *
 * @param order null: it must not be read
 * @param doubt why it must not, e.g. "may be …"; empty where it may
 * @param remedy what to do about the doubt
 * @param isAssumed whether nothing but the custom of Viet Nam says so
 */
public record DateOrders(@Nullable DateOrder order, String doubt, String remedy, boolean isAssumed) {

    private static final String SAY_SO = "say --date-order day-first or --date-order month-first, or write 2023-05-18";

    /** Where somebody said it. */
    public static DateOrders given(DateOrder order) {
        return new DateOrders(order, "", "", false);
    }

    /** Where the lines cannot be looked through before they are read. */
    public static DateOrders unknown() {
        return new DateOrders(
                null,
                "may be day/month or month/day, and standard input cannot be looked through beforehand",
                SAY_SO,
                false);
    }

    /** What the other dates of the file say: one with a number above 12 shows how it is written. */
    public static DateOrders of(@Nullable String dayFirst, @Nullable String monthFirst) {
        if (monthFirst == null) {
            return new DateOrders(DateOrder.DAY_FIRST, "", "", dayFirst == null);
        }
        String seen = dayFirst == null
                ? "may be month/day/year, as " + monthFirst + " is"
                : "may be of either kind: the file has " + dayFirst + " as well as " + monthFirst;
        return new DateOrders(null, seen, SAY_SO, false);
    }

    /** Decides when it is first asked, and keeps to it. */
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

        /** Whether a date was read by custom alone. */
        public boolean hasAssumed() {
            return decided != null && decided.isAssumed();
        }
    }
}
