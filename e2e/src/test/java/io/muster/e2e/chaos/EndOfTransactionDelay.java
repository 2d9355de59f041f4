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
 * Decides how long to delay requests that end a transaction. While active, delays the first such request of each
 * transaction. A retry passes at once, so that the first request reaches the coordinator late, after the next
 * transaction has begun. For some transactions, the retries are delayed too, so that the transaction may time out.
 * Thread-safe.
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

    /** By producer id and epoch, which identify a transaction in version 2 of the transaction protocol. */
    record Transaction(long producerId, short epoch) {}

    /** @param seed of the delays */
    synchronized void begin(long seed) {
        random = new Random(seed);
    }

    /** Requests already delayed stay delayed. */
    synchronized void end() {
        random = null;
    }

    /** How long to delay a request. */
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
     * Records that a request is forwarded to the broker.
     *
     * @return whether it was delayed and another one for the same transaction overtook it
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

    /** Records that the coordinator answered an overtaken request. */
    synchronized void answeredOvertaken(Errors answer) {
        answersToOvertaken.merge(answer, 1, Integer::sum);
    }

    /** Number of requests delayed so far. */
    synchronized int held() {
        return held;
    }

    /** Whether a request is delayed at the moment. */
    synchronized boolean isAnyWaiting() {
        return !waiting.isEmpty();
    }

    @Override
    public synchronized String toString() {
        return "requests that end a transaction: " + held + " delayed, " + overtaken
                + " of them overtaken by their retry, with the answers " + answersToOvertaken;
    }
}
