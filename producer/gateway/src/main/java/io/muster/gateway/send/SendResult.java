package io.muster.gateway.send;

import io.muster.domain.statement.Rejection;
import java.util.BitSet;
import java.util.SortedMap;

/**
 * Outcomes of a list of statements, by position from 0.
 *
 * @param acknowledged statements that are on all in-sync replicas
 * @param refused statements that break a rule, and were not sent
 */
public record SendResult(BitSet acknowledged, SortedMap<Integer, Rejection> refused) {}
