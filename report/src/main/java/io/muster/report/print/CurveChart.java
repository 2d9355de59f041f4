package io.muster.report.print;

import static io.muster.report.print.Scale.place;

import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.Bulletin.CurvePoint;
import io.muster.report.wording.Wording;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the cumulative count of a campaign by day, with plan and target. Lines differ in style, not only in colour. */
final class CurveChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final int LEFT = 56;
    private static final int RIGHT = 16;
    private static final int TOP = 66;
    private static final int BOTTOM = 26;
    private static final int LEGEND_LINE = 18;
    private static final int LEGEND_SAMPLE = 36;
    private static final int MAX_DAY_MARKS = 10;
    private static final int[] DAY_STEPS = {1, 2, 7, 14, 28, 91, 182, 364};

    private final Bulletin bulletin;
    private final BulletinSentences sentences;
    private final Wording wording;
    private final MarkupWriter markup;
    private final List<CurvePoint> curve;
    private final Scale counts;

    private CurveChart(BulletinSentences sentences, MarkupWriter markup) {
        this.bulletin = sentences.bulletin();
        this.sentences = sentences;
        this.wording = sentences.wording();
        this.markup = markup;
        this.curve = bulletin.curve();
        Long target = bulletin.total().target();
        this.counts = Scale.upTo(curve.stream()
                .flatMap(point -> Stream.of(point.enrolled(), point.planned(), target))
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .max()
                .orElse(0));
    }

    static void draw(BulletinSentences sentences, MarkupWriter markup) {
        new CurveChart(sentences, markup).draw();
    }

    private void draw() {
        markup.open(
                "svg",
                "class",
                "curve",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "aria-labelledby",
                "curve-title curve-description");
        markup.text("title", wording.say("curve.title"), "id", "curve-title");
        markup.text("desc", String.join(" ", sentences.totals()), "id", "curve-description");
        axes();
        Long target = bulletin.total().target();
        if (target != null) {
            line("target", LEFT, y(target), WIDTH - RIGHT, y(target));
            polyline("planned", CurvePoint::planned);
        }
        polyline("enrolled", CurvePoint::enrolled);
        legend(target);
        newest();
        markup.close();
    }

    private void axes() {
        for (long count : counts.marks()) {
            line("grid", LEFT, y(count), WIDTH - RIGHT, y(count));
            label("end", LEFT - 6, y(count) + 4, wording.count(count));
        }
        int days = curve.size() - 1;
        int step = IntStream.of(DAY_STEPS)
                .filter(each -> days / each <= MAX_DAY_MARKS)
                .findFirst()
                .orElse(days);
        for (int day = 1; day <= days; day += step) {
            LocalDate date = curve.get(day).date();
            line("grid", x(date), y(0), x(date), y(0) + 4);
            label("middle", x(date), y(0) + 18, wording.dayOfYear(date));
        }
    }

    private void legend(@Nullable Long target) {
        int row = 0;
        legend(row++, "enrolled", wording.say("curve.enrolled"));
        if (target != null) {
            legend(row++, "planned", wording.say("curve.planned"));
            legend(row, "target", wording.say("curve.target", wording.count(target)));
        }
    }

    private void legend(int row, String style, String text) {
        double y = 10 + row * LEGEND_LINE;
        line(style, LEFT, y, LEFT + LEGEND_SAMPLE, y);
        label("start", LEFT + LEGEND_SAMPLE + 8, y + 4, text);
    }

    private void newest() {
        CurvePoint newest = curve.stream()
                .filter(point -> point.enrolled() != null)
                .reduce((before, after) -> after)
                .orElse(null);
        if (newest != null && newest.enrolled() != null) {
            double x = x(newest.date());
            double y = y(newest.enrolled());
            markup.empty("circle", "class", "newest", "cx", place(x), "cy", place(y), "r", "4");
            boolean leftHalf = x < WIDTH / 2.0;
            String text = wording.say("curve.now", wording.dayOfYear(newest.date()), wording.count(newest.enrolled()));
            markup.text(
                    "text",
                    text,
                    "class",
                    "now",
                    "text-anchor",
                    leftHalf ? "start" : "end",
                    "x",
                    place(leftHalf ? x + 8 : x - 8),
                    "y",
                    place(y - 8));
        }
    }

    private void polyline(String style, Function<CurvePoint, @Nullable Number> figure) {
        String points = curve.stream()
                .filter(point -> figure.apply(point) != null)
                .map(point -> place(x(point.date())) + "," + place(y(Objects.requireNonNull(figure.apply(point)))))
                .collect(Collectors.joining(" "));
        if (!points.isEmpty()) {
            markup.empty("polyline", "class", style, "points", points);
        }
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        markup.empty("line", "class", style, "x1", place(x1), "y1", place(y1), "x2", place(x2), "y2", place(y2));
    }

    private void label(String anchor, double x, double y, String text) {
        markup.text("text", text, "text-anchor", anchor, "x", place(x), "y", place(y));
    }

    private double x(LocalDate date) {
        LocalDate first = curve.get(0).date();
        double part = (double) ChronoUnit.DAYS.between(first, date) / (curve.size() - 1);
        return LEFT + part * (WIDTH - LEFT - RIGHT);
    }

    private double y(Number count) {
        return HEIGHT - BOTTOM - count.doubleValue() / counts.most() * (HEIGHT - TOP - BOTTOM);
    }
}
