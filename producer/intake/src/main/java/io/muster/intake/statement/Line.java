package io.muster.intake.statement;

/** One line of a file of statements: a statement, or what is wrong with it. */
public sealed interface Line permits StatementLine, BadLine {

    /** Number of the line in the file, from 1; of the first one where a quoted value goes over several. */
    long number();
}
