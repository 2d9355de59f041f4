package io.muster.simulation.traffic;

import io.muster.domain.statement.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Recently enrolled participants, who may still move or withdraw. Bounded: when it is full, a new participant replaces
 * an older one.
 */
final class RecentParticipants {

    private static final int CAPACITY = 1 << 14;

    private final @Nullable Member[] members = new @Nullable Member[CAPACITY];
    private int size;
    private int next;

    /** A participant with the winning statement and the cell it counts in. */
    record Member(Statement winning, int campaign, int commune, int day) {}

    boolean isEmpty() {
        return size == 0;
    }

    void add(Member member) {
        if (size < CAPACITY) {
            members[size++] = member;
        } else {
            members[next] = member;
            next = (next + 1) % CAPACITY;
        }
    }

    /** Removes a random participant. */
    Member remove(FastRandom random) {
        int place = random.below(size);
        Member member = Objects.requireNonNull(members[place]);
        size--;
        members[place] = members[size];
        members[size] = null;
        return member;
    }
}
