package io.muster.board;

import io.muster.domain.reference.References;

/** A board, with all reference data, including changes that the published rows do not reflect yet. */
public record BoardWithReferences(Board board, References references) {}
