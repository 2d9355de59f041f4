package io.muster.domain.oracle;

import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The corrections that are recorded when statements are counted in a given order. */
public final class ExpectedCorrections {

    private ExpectedCorrections() {}

    /**
     * A correction, by the event ids of both statements.
     *
     * @param key campaignId:participantRef
     */
    public record Change(String key, String from, String to) {}

    /** Replays the statements one by one, keeping the winning statement of each participant. */
    public static List<Change> of(List<Statement> inOrder) {
        PartitionRecount recount = new PartitionRecount();
        return inOrder.stream()
                .map(recount::take)
                .map(PartitionRecount.Step::correction)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The correction that is recorded when a statement wins, or null if there is none. */
    static @Nullable Change change(String key, @Nullable Statement before, Statement winner) {
        return before != null && before.status() == Status.ENROLLED && !isCountedAlike(before, winner)
                ? new Change(key, before.eventId().toString(), winner.eventId().toString())
                : null;
    }

    private static boolean isCountedAlike(Statement one, Statement other) {
        return one.status() == other.status()
                && one.areaId().equals(other.areaId())
                && one.enrolledOn().equals(other.enrolledOn());
    }
}
