package io.muster.cli.rejections;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code muster rejections replay}.
 *
 * @param byReason counts by the reason for which the records were rejected
 * @param notFound positions given with {@code --at} that have no rejection
 * @param stopped why not all rejections were checked, or null
 */
record ReplayReport(
        boolean dryRun,
        @JsonUnwrapped Counts counts,
        SortedMap<String, OfReason> byReason,
        List<String> notFound,
        @Nullable String stopped) {

    /**
     * Counts of records.
     *
     * @param chosen selected records, each counted once however often it was rejected
     * @param repeated further rejections of the same records
     * @param acceptable records that would be counted now
     * @param sent records that the broker acknowledged; 0 with {@code --dry-run}
     * @param left records that would be refused again, and so were not sent
     * @param notAcknowledged acceptable records that the broker may not have
     * @param foreign records on the topic that the application did not write
     */
    record Counts(
            long chosen, long repeated, long acceptable, long sent, long left, long notAcknowledged, long foreign) {}

    /**
     * Records that were rejected for one reason.
     *
     * @param left those that would be refused again, by their reason now
     */
    record OfReason(long acceptable, List<Left> left) {}

    /**
     * Records that would be refused again for one reason.
     *
     * @param first the position of the first of them
     * @param detail what is wrong with that one
     */
    record Left(String reason, long count, String first, String detail) {}

    boolean isComplete() {
        return counts.notAcknowledged == 0 && notFound.isEmpty() && stopped == null;
    }
}
