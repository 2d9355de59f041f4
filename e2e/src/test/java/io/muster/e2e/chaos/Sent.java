package io.muster.e2e.chaos;

import io.muster.contract.Connection;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.e2e.Position;
import io.muster.e2e.PublishedRows;
import io.muster.e2e.Recorded;
import io.muster.e2e.chaos.tearing.InputRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The final content of the input topic.
 *
 * @param statements all statements
 * @param counted statements in the partition of their key, which are counted, in partition order
 * @param broken the positions of records that are not statements
 * @param originals number of records written by senders, not by the application
 */
record Sent(List<Statement> statements, List<Statement> counted, List<Position> broken, int originals) {

    /** @param partitions number of partitions over which the application distributes participants */
    static Sent read(Connection connection, int partitions) {
        List<Statement> statements = new ArrayList<>();
        List<Statement> counted = new ArrayList<>();
        List<Position> broken = new ArrayList<>();
        int originals = 0;
        for (var partition : InputRecord.read(connection, partitions).entrySet()) {
            for (InputRecord record : partition.getValue()) {
                originals += record.isCopy() ? 0 : 1;
                if (record.statement() == null) {
                    broken.add(new Position(partition.getKey(), record.offset()));
                } else {
                    statements.add(record.statement());
                    if (record.isHome()) {
                        counted.add(record.statement());
                    }
                }
            }
        }
        return new Sent(statements, counted, broken, originals);
    }

    /** Violated guarantees about rows, corrections and rejections; empty if there are none. */
    List<String> brokenPromises(Connection connection, References references) {
        List<String> broken = brokenBesideCorrections(connection, references);
        broken.addAll(Guarantees.brokenByCorrections(counted, Recorded.corrections(connection)));
        Recorded.repeatedAlerts(connection).forEach(key -> broken.add("the alert " + key + " was published twice"));
        return broken;
    }

    /** Like {@link #brokenPromises} without corrections, which depend on the order in which statements were read. */
    List<String> brokenBesideCorrections(Connection connection, References references) {
        List<String> found = new ArrayList<>();
        found.addAll(Guarantees.brokenByRows(statements, references, AsOf.RECORDED, PublishedRows.read(connection)));
        found.addAll(Guarantees.brokenByRejections(broken, Recorded.rejections(connection)));
        return found;
    }
}
