package io.muster.domain.oracle;

import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lost statements that are recorded when statements are counted in a given order. */
public final class ExpectedLosses {

    private ExpectedLosses() {}

    /**
     * A lost statement and the winner, by their event ids.
     *
     * @param key campaignId:participantRef
     */
    public record Loss(String key, String lost, String standing) {}

    /** Returns one loss per delivery: a statement that is delivered twice loses twice. */
    public static List<Loss> of(List<Statement> inOrder) {
        PartitionRecount recount = new PartitionRecount();
        return inOrder.stream()
                .map(recount::take)
                .map(PartitionRecount.Step::loss)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The loss that is recorded when a statement does not win, or null if there is none. */
    static @Nullable Loss loss(String key, Statement winner, Statement next) {
        return Winners.PRECEDENCE.compare(winner, next) > 0 && isContradiction(winner, next)
                ? new Loss(key, next.eventId().toString(), winner.eventId().toString())
                : null;
    }

    /** Two withdrawals never contradict each other, whatever their areas: neither counts the participant. */
    private static boolean isContradiction(Statement one, Statement other) {
        boolean enrolled = one.status() == Status.ENROLLED;
        if (enrolled != (other.status() == Status.ENROLLED)) {
            return true;
        }
        return enrolled
                && !(one.areaId().equals(other.areaId()) && one.enrolledOn().equals(other.enrolledOn()));
    }
}
