package io.muster.simulation.scenario;

import io.muster.domain.statement.Statement;
import java.time.Instant;

/** A statement and its time of arrival, which orders the lines of a file. */
record Arrival(Statement statement, Instant at) {}
