package io.muster.cli.rejections;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record was refused; written as {@code muster.enrollments-2@17}. */
record Position(String topic, int partition, long offset) implements Comparable<Position> {

    private static final Pattern FORM = Pattern.compile("(.+)-(\\d{1,10})@(\\d{1,19})");

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::topic)
            .thenComparingInt(Position::partition)
            .thenComparingLong(Position::offset);

    /** @throws IllegalArgumentException if the text is no position */
    static Position parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (form.matches()) {
            try {
                return new Position(form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3)));
            } catch (NumberFormatException e) {
                // larger than any partition or offset
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a position such as muster.enrollments-2@17");
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
