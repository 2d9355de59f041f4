package io.muster.domain.statement;

/** One value of one dimension, e.g. the age band 30-39. */
public record Segment(Dimension dimension, String value) {}
