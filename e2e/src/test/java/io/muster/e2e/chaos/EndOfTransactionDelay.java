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
 * repetitions are held as well, so that the transaction times out. Safe for use by several threads.
 */
final class EndOfTransactionDelay {

    private static final double REPETITIONS_HELD = 0.2;

    private final Duration longest;
    private final Map<Transaction, Boolean> seen = new HashMap<>();
    private final Set<Transaction> delivered = new HashSet<>();
    private final SortedMap<Errors, Integer> answersToOvertaken = new TreeMap<>();
    private @Nullable Random random;
    private int held;
    private int waiting;
    private int overtaken;

    EndOfTransactionDelay(Duration longest) {
        this.longest = longest;
    }

    /** By producer id and epoch: no two have both in common. */
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
        Boolean repetitionsHeld = seen.get(transaction);
        if (repetitionsHeld == null) {
            seen.put(transaction, random.nextDouble() < REPETITIONS_HELD);
        } else if (!repetitionsHeld) {
            return Duration.ZERO;
        }
        held++;
        waiting++;
        return Duration.ofMillis(1 + random.nextInt((int) longest.toMillis()));
    }

    /**
     * A request goes to the broker.
     *
     * @return whether one about the same transaction went before
     */
    synchronized boolean deliver(Transaction transaction, Duration delay) {
        boolean first = delivered.add(transaction);
        if (!delay.isZero()) {
            waiting--;
            overtaken += first ? 0 : 1;
        }
        return !delay.isZero() && !first;
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
        return waiting > 0;
    }

    @Override
    public synchronized String toString() {
        return "requests that end a transaction: " + held + " held, " + overtaken
                + " of them delivered after their repetition, with the answers " + answersToOvertaken;
    }
}
