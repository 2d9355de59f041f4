package io.muster.streams.topology;

import io.muster.streams.mapping.Origin;
import io.muster.streams.mapping.PublishedKey;
import java.util.function.Consumer;

/**
 * What an application that succeeds another leaves to it: as long as the other counts, it publishes and this one only keeps up.
 * What follows from a record is recorded by one of the two.
 */
public interface Succession {

    /** Of an application that is the first. */
    Succession NONE = new Succession() {
        @Override
        public boolean isDealtWith(byte[] key, Origin original, Origin here) {
            return false;
        }

        @Override
        public boolean isOurTurn() {
            return true;
        }

        @Override
        public void forEachRowLeft(Consumer<String> receiver) {}
    };

    /**
     * Whether the predecessor has recorded what follows from a record. Waits while it may still do so.
     *
     * @param original where the record was put by its sender
     * @param here where this application counts it: the same, or where a copy of it was sent home to
     */
    boolean isDealtWith(byte[] key, Origin original, Origin here);

    /**
     * Whether rows are ours to publish: the predecessor has ended, and all that it counted is in our cells. Once true, it stays so.
     * Until then a commit must not cover a statement whose cells are not handed on.
     */
    boolean isOurTurn();

    /** Names the rows that are on the output topics when our turn comes, as a {@link PublishedKey} does. */
    void forEachRowLeft(Consumer<String> receiver);
}
