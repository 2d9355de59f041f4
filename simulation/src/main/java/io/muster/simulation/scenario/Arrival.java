package io.muster.simulation.scenario;

import io.muster.domain.statement.Statement;
import java.time.Instant;

/** A statement and when it came in, which is the order of the lines in a file. */
record Arrival(Statement statement, Instant at) {}
