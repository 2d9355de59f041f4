package io.muster.board;

import io.muster.domain.counting.CountingState;

/** A board that changes as more is published. */
public interface LiveBoard {

    /** Is told of every new board; what it throws is logged. */
    @FunctionalInterface
    interface Listener {
        void changed(Board board, Changes changes);
    }

    /** The newest board; empty at first. */
    Board board();

    /** Whether the board holds all that was published when it began to read. */
    boolean isComplete();

    /** How it stands to the topics. */
    ViewStatus status();

    /** Whether the application that counts is up to date, by its heartbeats. */
    CountingState counting();

    /** How many records were left out because they do not decode. */
    long skipped();

    void addListener(Listener listener);
}
