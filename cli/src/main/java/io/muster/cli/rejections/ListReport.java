package io.muster.cli.rejections;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What was refused.
 *
 * @param chosen how many of the rejections were asked for
 * @param byReason how many of them for each reason
 * @param foreign records on the topic that the application has not put there
 * @param rejections the latest of those asked for, in the order of time
 */
record ListReport(long chosen, SortedMap<String, Long> byReason, long foreign, List<Line> rejections) {

    /**
     * One rejection. What the record says is not part of it.
     *
     * @param position where it was refused
     * @param time the record's own
     * @param detail what is wrong
     * @param key of the record; null if it is not text
     */
    record Line(
            String position,
            String time,
            String reason,
            String detail,
            @Nullable String key) {}
}
