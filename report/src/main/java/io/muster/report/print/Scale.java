package io.muster.report.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Counts from 0 up, along an axis.
 *
 * @param step between two marks: 1, 2 or 5 with zeros
 * @param most the last mark, no less than the highest count
 */
record Scale(long step, long most) {

    private static final int MOST_STEPS = 6;

    /** With round marks, not too many of them. */
    static Scale upTo(double highest) {
        long least = Math.max(1, (long) Math.ceil(highest));
        long step = 1;
        for (long power = 1; step * MOST_STEPS < least; power *= 10) {
            for (long times : new long[] {2, 5, 10}) {
                if (step * MOST_STEPS < least) {
                    step = times * power;
                }
            }
        }
        return new Scale(step, (least + step - 1) / step * step);
    }

    List<Long> marks() {
        return LongStream.rangeClosed(0, most / step).mapToObj(i -> i * step).toList();
    }

    /** A place in a picture, to a tenth of its unit. */
    static String place(double place) {
        return BigDecimal.valueOf(place).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
