package io.muster.report.print;

import static io.muster.report.print.Scale.place;

import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.Bulletin.Line;
import io.muster.report.bulletin.Figures;
import io.muster.report.wording.Wording;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Draws the count of an area as a bar in a frame of the size of its target, with a mark for the plan. All frames have
 * the same length, so bars compare attainment.
 */
record BarChart(Wording wording, double percentAtEnd) {

    private static final double WIDTH = 200;
    private static final double HEIGHT = 16;
    private static final double INSET = 1;
    private static final double HALF_A_MARK = 1.5;
    private static final double FULL = 100;
    private static final double MIN_LENGTH = 1;
    /** Longer bars are cut and end in an arrow. Otherwise one tiny target would shrink all other bars. */
    private static final double MAX_PERCENT = 200;

    /** The chart for the lines of one bulletin, on a common scale. */
    static BarChart of(Bulletin bulletin, Wording wording) {
        double highest = Stream.concat(bulletin.lines().stream().map(Line::figures), Stream.of(bulletin.total()))
                .map(Figures::attainmentPercent)
                .filter(Objects::nonNull)
                .reduce(FULL, Math::max);
        return new BarChart(wording, Math.min(highest, MAX_PERCENT));
    }

    /**
     * Draws one bar; nothing if there is no target.
     *
     * @param name name of the area
     */
    void draw(String name, Figures figures, MarkupWriter markup) {
        Double percent = figures.attainmentPercent();
        Long target = figures.target();
        BigDecimal planned = figures.planned();
        if (percent == null || target == null || planned == null) {
            return;
        }
        markup.open("svg", "class", "bar", "viewBox", "0 0 " + (int) WIDTH + " " + (int) HEIGHT, "role", "img");
        markup.text("title", wording.say("bars.of", name, wording.count(figures.enrolled()), wording.count(target)));
        double plan = x(FULL * planned.doubleValue() / target);
        rectangle("frame", INSET, INSET, x(FULL), markup);
        rectangle("filled", INSET, INSET + 3, endOfBar(figures.enrolled(), target), markup);
        rectangle("mark", plan - HALF_A_MARK, INSET, plan + HALF_A_MARK, markup);
        if (percent > percentAtEnd) {
            markup.empty("polygon", "class", "cut", "points", "190,3 199,8 190,13");
        }
        markup.close();
    }

    private static void rectangle(String style, double left, double top, double right, MarkupWriter markup) {
        markup.empty(
                "rect",
                "class",
                style,
                "x",
                place(left),
                "y",
                place(top),
                "width",
                place(right - left),
                "height",
                place(HEIGHT - 2 * top));
    }

    /** A count above 0 is always visible; a count below the target never reaches the frame. */
    private double endOfBar(long enrolled, long target) {
        double end = x(FULL * enrolled / target);
        if (enrolled < target) {
            end = Math.min(end, x(FULL) - MIN_LENGTH);
        }
        return enrolled > 0 ? Math.max(Math.min(end, WIDTH - INSET), INSET + MIN_LENGTH) : INSET;
    }

    private double x(double percent) {
        return INSET + percent / percentAtEnd * (WIDTH - 2 * INSET);
    }
}
