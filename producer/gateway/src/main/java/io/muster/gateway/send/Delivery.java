package io.muster.gateway.send;

import io.muster.domain.statement.Rejection;
import java.util.BitSet;
import java.util.SortedMap;

/**
 * What became of some statements, each named by its place among them, from 0.
 *
 * @param acknowledged are on all in-sync replicas
 * @param refused break a rule, with what is wrong; they were not sent
 */
public record Delivery(BitSet acknowledged, SortedMap<Integer, Rejection> refused) {}
