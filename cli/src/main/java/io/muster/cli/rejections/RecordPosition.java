package io.muster.cli.rejections;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Topic, partition and offset of a refused record; written as {@code muster.enrollments-2@17}. */
record RecordPosition(String topic, int partition, long offset) implements Comparable<RecordPosition> {

    private static final Pattern FORM = Pattern.compile("(.+)-(\\d{1,10})@(\\d{1,19})");

    private static final Comparator<RecordPosition> ORDER = Comparator.comparing(RecordPosition::topic)
            .thenComparingInt(RecordPosition::partition)
            .thenComparingLong(RecordPosition::offset);

    /** @throws IllegalArgumentException if the text is not a position */
    static RecordPosition parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (form.matches()) {
            try {
                return new RecordPosition(
                        form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3)));
            } catch (NumberFormatException e) {
                // out of range for a partition or an offset
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a position such as muster.enrollments-2@17");
    }

    @Override
    public int compareTo(RecordPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
