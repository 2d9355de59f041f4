package io.muster.report.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The scale of an axis for counts, starting at 0.
 *
 * @param step distance between two marks: 1, 2 or 5 times a power of ten
 * @param most last mark, at least the highest count
 */
record Scale(long step, long most) {

    private static final int MAX_STEPS = 6;

    /** The scale with the smallest round step that needs few marks. */
    static Scale upTo(double highest) {
        long least = Math.max(1, (long) Math.ceil(highest));
        long step = 1;
        for (long power = 1; step * MAX_STEPS < least; power *= 10) {
            for (long times : new long[] {2, 5, 10}) {
                if (step * MAX_STEPS < least) {
                    step = times * power;
                }
            }
        }
        return new Scale(step, (least + step - 1) / step * step);
    }

    List<Long> marks() {
        return LongStream.rangeClosed(0, most / step).mapToObj(i -> i * step).toList();
    }

    /** An SVG coordinate, rounded to one decimal. */
    static String place(double place) {
        return BigDecimal.valueOf(place).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
