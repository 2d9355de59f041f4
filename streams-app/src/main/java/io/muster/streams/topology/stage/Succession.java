package io.muster.streams.topology.stage;

import io.muster.streams.mapping.Origin;
import io.muster.streams.mapping.PublishedKey;
import java.util.function.Consumer;

/**
 * Divides the work between an application and its predecessor. Until the predecessor ends, it publishes rows and this
 * application only keeps up. The effects of each single record, such as corrections, are recorded by exactly one of the
 * two.
 */
public interface Succession {

    /** For an application without a predecessor. */
    Succession NONE = new Succession() {
        @Override
        public boolean isRecordedByPredecessor(byte[] key, Origin original, Origin here) {
            return false;
        }

        @Override
        public boolean isPublisher() {
            return true;
        }

        @Override
        public void forEachInheritedRow(Consumer<String> receiver) {}
    };

    /**
     * Whether the predecessor has recorded the effects of a record. Blocks while it may still do so.
     *
     * @param original where the producer put the record
     * @param here where this application counts it: the same place, or where a copy of it was rerouted
     */
    boolean isRecordedByPredecessor(byte[] key, Origin original, Origin here);

    /**
     * Whether this application publishes rows: the predecessor has ended, and the cells here include all that it
     * counted. Never turns false again. Until it is true, the cells of a statement must be forwarded before a commit
     * covers the statement.
     */
    boolean isPublisher();

    /**
     * Names the rows that the output topics hold when this application takes over, in the form of {@link PublishedKey}.
     */
    void forEachInheritedRow(Consumer<String> receiver);
}
