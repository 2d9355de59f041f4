package io.muster.streams.succession;

import io.muster.streams.config.StreamsSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Follows the chain of successors by their markers. */
public final class Lineage {

    private final Markers markers;

    /** Looks up the latest marker of an application. */
    interface Markers {
        Optional<SuccessionMarker> of(String applicationId) throws ExecutionException, InterruptedException;
    }

    Lineage(Markers markers) {
        this.markers = markers;
    }

    /**
     * The last application in the chain of successors; the application itself if it has none. Each successor took over
     * later than the one before, so the chain ends even if an application returns.
     */
    String last(String applicationId) throws ExecutionException, InterruptedException {
        String last = applicationId;
        Instant since = Instant.MIN;
        Optional<SuccessionMarker> marker = markers.of(last);
        while (marker.isPresent() && marker.get().at().isAfter(since)) {
            last = marker.get().successor();
            since = marker.get().at();
            marker = markers.of(last);
        }
        return last;
    }

    /** Why the application must not start, and what to do; empty if it may. */
    public static Optional<String> problem(StreamsSettings settings, Admin admin)
            throws ExecutionException, InterruptedException {
        GroupOffsets offsets = new GroupOffsets(admin);
        Lineage lineage = new Lineage(offsets::marker);
        String own = settings.applicationId();
        String last = lineage.last(own);
        Optional<String> predecessor = settings.application().successorOf();
        if (!last.equals(own) && !predecessor.equals(Optional.of(last))) {
            return Optional.of("The application " + own + " was succeeded by " + last
                    + ", and two would publish the same rows. Start that one; or go back to this one with"
                    + " --successor-of " + last);
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
