package io.muster.cli.rejections;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rejections that were to be sent again.
 *
 * @param chosen records that were asked for, each once however often it was refused
 * @param repeated further rejections of the same records
 * @param acceptable records that would be counted now
 * @param sent records that the broker has again; 0 where it was only checked
 * @param left records that would be refused again, and so were not sent
 * @param notAcknowledged records that were to be sent and that the broker may not have
 * @param foreign records on the topic that the application has not put there
 * @param byReason the same by the reason for which they were refused
 * @param notFound positions that were asked for where nothing was refused
 * @param stopped why not everything was looked at, or null
 */
record ReplayReport(
        boolean dryRun,
        long chosen,
        long repeated,
        long acceptable,
        long sent,
        long left,
        long notAcknowledged,
        long foreign,
        SortedMap<String, OfReason> byReason,
        List<String> notFound,
        @Nullable String stopped) {

    /** @param left what would be refused again, by the reason of now */
    record OfReason(long acceptable, List<Left> left) {}

    /**
     * Records that would be refused again.
     *
     * @param reason why
     * @param first where one of them was refused
     * @param detail what is wrong with that one
     */
    record Left(String reason, long count, String first, String detail) {}

    boolean isComplete() {
        return notAcknowledged == 0 && notFound.isEmpty() && stopped == null;
    }
}
