package io.muster.intake.date;

/** Which of the first two numbers of a date is the day. */
public enum DateOrder {
    /** 18/05/2023, as in Viet Nam. */
    DAY_FIRST,
    /** 05/18/2023, as in the United States. */
    MONTH_FIRST;

    /** As the option is written. */
    @Override
    public String toString() {
        return this == DAY_FIRST ? "day-first" : "month-first";
    }
}
