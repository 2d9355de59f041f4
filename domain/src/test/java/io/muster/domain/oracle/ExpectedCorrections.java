package io.muster.domain.oracle;

import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which changes to a participant who was counted are recorded when statements are counted in a given order. */
public final class ExpectedCorrections {

    private ExpectedCorrections() {}

    /**
     * A change by the event ids of both statements.
     *
     * @param key campaignId:participantRef
     */
    public record Change(String key, String from, String to) {}

    /** Walks through the statements as a clerk would, with a book of who stands where. */
    public static List<Change> of(List<Statement> inOrder) {
        Map<String, Statement> standing = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        for (Statement next : inOrder) {
            String key = next.campaignId() + ":" + next.participantRef();
            Statement before = standing.get(key);
            if (before != null && Winners.PRECEDENCE.compare(before, next) >= 0) {
                continue;
            }
            standing.put(key, next);
            if (before != null && before.status() == Status.ENROLLED && !isCountedAlike(before, next)) {
                changes.add(new Change(
                        key, before.eventId().toString(), next.eventId().toString()));
            }
        }
        return changes;
    }

    private static boolean isCountedAlike(Statement one, Statement other) {
        return one.status() == other.status()
                && one.areaId().equals(other.areaId())
                && one.enrolledOn().equals(other.enrolledOn());
    }
}
