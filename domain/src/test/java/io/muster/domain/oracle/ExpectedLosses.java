package io.muster.domain.oracle;

import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which statements lose though they arrive later, and say otherwise, when statements are counted in a given order. */
public final class ExpectedLosses {

    private ExpectedLosses() {}

    /**
     * A loss by the event ids of both statements.
     *
     * @param key campaignId:participantRef
     */
    public record Loss(String key, String lost, String standing) {}

    /** One for each delivery. */
    public static List<Loss> of(List<Statement> inOrder) {
        Map<String, Statement> standing = new HashMap<>();
        List<Loss> losses = new ArrayList<>();
        for (Statement next : inOrder) {
            String key = next.campaignId() + ":" + next.participantRef();
            Statement before = standing.get(key);
            if (before == null || Winners.PRECEDENCE.compare(before, next) < 0) {
                standing.put(key, next);
            } else if (Winners.PRECEDENCE.compare(before, next) > 0 && isContradiction(before, next)) {
                losses.add(new Loss(
                        key, next.eventId().toString(), before.eventId().toString()));
            }
        }
        return losses;
    }

    /** Two that withdraw say the same, wherever: the participant is counted nowhere. */
    private static boolean isContradiction(Statement one, Statement other) {
        boolean enrolled = one.status() == Status.ENROLLED;
        if (enrolled != (other.status() == Status.ENROLLED)) {
            return true;
        }
        return enrolled
                && !(one.areaId().equals(other.areaId()) && one.enrolledOn().equals(other.enrolledOn()));
    }
}
