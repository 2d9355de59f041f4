package io.muster.domain.oracle;

import io.muster.domain.ledger.Cell;
import io.muster.domain.oracle.ExpectedCorrections.Change;
import io.muster.domain.oracle.ExpectedLosses.Loss;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recounts the statements of one partition, one by one. */
public final class PartitionRecount {

    private final Map<String, Statement> winners = new HashMap<>();
    private final Map<Cell, Count> counts = new HashMap<>();

    /** The number of participants in a cell. */
    public record Count(int enrolled, int withdrawn) {

        public static final Count NONE = new Count(0, 0);

        private Count plus(Status status, int by) {
            return status == Status.ENROLLED
                    ? new Count(enrolled + by, withdrawn)
                    : new Count(enrolled, withdrawn + by);
        }
    }

    /**
     * The effect of one statement.
     *
     * @param key campaignId:participantRef
     * @param before the previous winner; null if this is the first statement about the participant
     */
    public record Step(
            String key,
            @Nullable Statement before,
            Statement winner,
            @Nullable Change correction,
            @Nullable Loss loss) {}

    /** Counts the next statement. */
    public Step take(Statement next) {
        String key = next.campaignId() + ":" + next.participantRef();
        Statement before = winners.get(key);
        if (before != null && Winners.PRECEDENCE.compare(before, next) >= 0) {
            return new Step(key, before, before, null, ExpectedLosses.loss(key, before, next));
        }
        winners.put(key, next);
        count(next, 1);
        if (before != null) {
            count(before, -1);
        }
        return new Step(key, before, next, ExpectedCorrections.change(key, before, next), null);
    }

    /** The participants in a cell so far. */
    public Count of(Cell cell) {
        return counts.getOrDefault(cell, Count.NONE);
    }

    private void count(Statement statement, int by) {
        Cell cell = cell(statement);
        counts.put(cell, of(cell).plus(statement.status(), by));
    }

    /** The cell in which a statement counts if it wins. */
    public static Cell cell(Statement statement) {
        return new Cell(statement.campaignId(), statement.areaId(), statement.enrolledOn());
    }
}
