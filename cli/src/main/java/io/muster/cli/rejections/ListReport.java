package io.muster.cli.rejections;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code muster rejections list}.
 *
 * @param chosen number of selected rejections
 * @param byReason number of selected rejections by reason
 * @param foreign records on the topic that the application did not write
 * @param rejections the latest selected rejections, in order of time
 */
record ListReport(long chosen, SortedMap<String, Long> byReason, long foreign, List<Line> rejections) {

    /**
     * One rejection, without the record's value.
     *
     * @param position topic, partition and offset of the record
     * @param time the record's timestamp
     * @param detail what is wrong
     * @param key the record's key; null if it is not text
     */
    record Line(
            String position,
            String time,
            String reason,
            String detail,
            @Nullable String key) {}
}
