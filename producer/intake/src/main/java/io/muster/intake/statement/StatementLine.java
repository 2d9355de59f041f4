package io.muster.intake.statement;

import io.muster.domain.statement.Statement;

/** A line with a valid statement. */
public record StatementLine(long number, Statement statement) implements Line {}
