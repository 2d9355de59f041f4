package io.muster.intake.statement;

import io.muster.domain.statement.Statement;

/** A line that states something. */
public record StatementLine(long number, Statement statement) implements Line {}
