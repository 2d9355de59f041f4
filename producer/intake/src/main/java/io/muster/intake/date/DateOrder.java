package io.muster.intake.date;

/** Whether the day or the month comes first in a date. */
public enum DateOrder {
    /** 18/05/2023, as in Viet Nam. */
    DAY_FIRST,
    /** 05/18/2023, as in the United States. */
    MONTH_FIRST;

    /** The value of the command line option. */
    @Override
    public String toString() {
        return this == DAY_FIRST ? "day-first" : "month-first";
    }
}
