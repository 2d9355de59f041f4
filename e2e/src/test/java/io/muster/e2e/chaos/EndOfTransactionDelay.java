package io.muster.e2e.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.protocol.Errors;
import org.jspecify.annotations.Nullable;

/**
 * How long requests that end a transaction are held. While it is on, the first such request of each transaction is held. A repetition
 * goes through at once: the first then reaches the coordinator after it, when the next transaction has begun. Of some transactions the
 * repetitions are held as well, so that the transaction may time out. Safe for use by several threads.
 */
final class EndOfTransactionDelay {

    private static final double REPETITIONS_HELD = 0.2;

    private final Duration longest;
    private final Map<Transaction, Integer> waiting = new HashMap<>();
    private final Set<Transaction> heldAgain = new HashSet<>();
    private final Set<Transaction> passed = new HashSet<>();
    private final SortedMap<Errors, Integer> answersToOvertaken = new TreeMap<>();
    private @Nullable Random random;
    private int held;
    private int overtaken;

    EndOfTransactionDelay(Duration longest) {
        this.longest = longest;
    }

    /** By producer id and epoch: no two have both in common where brokers have version 2 of transactions. */
    record Transaction(long producerId, short epoch) {}

    /** @param seed of the delays */
    synchronized void begin(long seed) {
        random = new Random(seed);
    }

    /** What is held stays held for its time. */
    synchronized void end() {
        random = null;
    }

    /** How long to hold a request. */
    synchronized Duration delay(Transaction transaction) {
        if (random == null) {
            return Duration.ZERO;
        }
        if (!waiting.containsKey(transaction)) {
            if (random.nextDouble() < REPETITIONS_HELD) {
                heldAgain.add(transaction);
            }
        } else if (!heldAgain.contains(transaction)) {
            return Duration.ZERO;
        }
        held++;
        waiting.merge(transaction, 1, Integer::sum);
        return Duration.ofMillis(1 + random.nextInt((int) longest.toMillis()));
    }

    /**
     * A request goes to the broker.
     *
     * @return whether it was held, and another about the same transaction went meanwhile
     */
    synchronized boolean deliver(Transaction transaction, Duration delay) {
        boolean isOvertaken = !delay.isZero() && passed.contains(transaction);
        overtaken += isOvertaken ? 1 : 0;
        if (waiting.containsKey(transaction)) {
            passed.add(transaction);
        }
        if (!delay.isZero() && waiting.merge(transaction, -1, Integer::sum) == 0) {
            waiting.remove(transaction);
            heldAgain.remove(transaction);
            passed.remove(transaction);
        }
        return isOvertaken;
    }

    /** The coordinator has answered a request that went after another about the same transaction. */
    synchronized void answeredOvertaken(Errors answer) {
        answersToOvertaken.merge(answer, 1, Integer::sum);
    }

    /** How many were held so far. */
    synchronized int held() {
        return held;
    }

    /** Whether any is held at the moment. */
    synchronized boolean isAnyWaiting() {
        return !waiting.isEmpty();
    }

    @Override
    public synchronized String toString() {
        return "requests that end a transaction: " + held + " held, " + overtaken
                + " of them delivered after their repetition, with the answers " + answersToOvertaken;
    }
}
