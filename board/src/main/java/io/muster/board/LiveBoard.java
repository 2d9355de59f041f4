package io.muster.board;

import io.muster.domain.tally.CountingState;

/** A board that follows the topics. */
public interface LiveBoard {

    /** Called for every new board. Exceptions are logged. */
    @FunctionalInterface
    interface Listener {
        void changed(Board board, Changes changes);
    }

    /** The latest board; empty at first. */
    Board board();

    /** Whether the initial load is done: the board contains all records that existed when reading started. */
    boolean isComplete();

    /** Whether the board is up to date with the topics. */
    ViewStatus status();

    /** Whether the streams application is up to date, by its heartbeats. */
    CountingState counting();

    /** Number of records skipped because they cannot be decoded. */
    long skipped();

    void addListener(Listener listener);
}
