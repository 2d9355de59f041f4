package io.muster.board;

import io.muster.domain.reference.References;

/** A board, and all definitions and certified counts, whether they show on the board yet or not. */
public record DefinedBoard(Board board, References references) {}
