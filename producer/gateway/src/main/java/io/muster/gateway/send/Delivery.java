package io.muster.gateway.send;

import java.util.BitSet;
import java.util.SortedMap;

/**
 * What became of some statements, each named by its place among them, from 0.
 *
 * @param acknowledged are on all in-sync replicas
 * @param refused break a rule, with what is wrong; they were not sent
 */
public record Delivery(BitSet acknowledged, SortedMap<Integer, String> refused) {}
