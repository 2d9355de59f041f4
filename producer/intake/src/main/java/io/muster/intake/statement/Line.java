package io.muster.intake.statement;

/** A line of a statement file: a statement, or its problems. */
public sealed interface Line permits StatementLine, InvalidLine {

    /** Line number, from 1; of the first line if a quoted value spans several. */
    long number();
}
