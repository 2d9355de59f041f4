package io.muster.streams.succession;

import io.muster.streams.config.StreamsSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Which application counts in place of which, by the marks that they left. */
public final class Lineage {

    private final Marks marks;

    /** The latest mark that was left with an application, if any was. */
    interface Marks {
        Optional<SuccessionMark> of(String applicationId) throws ExecutionException, InterruptedException;
    }

    Lineage(Marks marks) {
        this.marks = marks;
    }

    /** The last in the line of those who succeeded an application, each later than the one before; itself if nobody did. */
    String last(String applicationId) throws ExecutionException, InterruptedException {
        String last = applicationId;
        Instant since = Instant.MIN;
        Optional<SuccessionMark> mark = marks.of(last);
        while (mark.isPresent() && mark.get().at().isAfter(since)) {
            last = mark.get().successor();
            since = mark.get().at();
            mark = marks.of(last);
        }
        return last;
    }

    /** What is wrong with starting an application, and what to do: another counts in place of it, or of its predecessor. */
    public static Optional<String> problem(StreamsSettings settings, Admin admin)
            throws ExecutionException, InterruptedException {
        GroupOffsets offsets = new GroupOffsets(admin);
        Lineage lineage = new Lineage(offsets::mark);
        String own = settings.applicationId();
        String last = lineage.last(own);
        Optional<String> predecessor = settings.successorOf();
        if (!last.equals(own) && !predecessor.equals(Optional.of(last))) {
            return Optional.of("The application " + own + " was succeeded by " + last
                    + ", and two would publish the same rows. Start that one; or go back to this one with --successor-of "
                    + last);
        }
        return predecessor.isPresent()
                ? problem(predecessor.get(), lineage.last(predecessor.get()), own, offsets)
                : Optional.empty();
    }

    private static Optional<String> problem(String predecessor, String last, String own, GroupOffsets offsets)
            throws ExecutionException, InterruptedException {
        if (!last.equals(predecessor) && !last.equals(own)) {
            return Optional.of("The application " + predecessor + " was succeeded by " + last
                    + " already: --successor-of " + last);
        }
        if (!offsets.hasCommitted(predecessor) && !offsets.hasCommitted(own)) {
            return Optional.of("The application " + predecessor + " has counted nothing, so there is nothing to"
                    + " succeed to. Is --successor-of right?");
        }
        return Optional.empty();
    }
}
