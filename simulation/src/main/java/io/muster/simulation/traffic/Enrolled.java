package io.muster.simulation.traffic;

import io.muster.domain.statement.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People enrolled lately, who may still move or leave. Their number is bounded: when it is full, a newcomer replaces somebody. */
final class Enrolled {

    private static final int PLACES = 1 << 14;

    private final @Nullable Member[] members = new @Nullable Member[PLACES];
    private int size;
    private int next;

    /** One participant, the statement that wins, and the cell it counts in. */
    record Member(Statement winning, int campaign, int commune, int day) {}

    boolean isEmpty() {
        return size == 0;
    }

    void add(Member member) {
        if (size < PLACES) {
            members[size++] = member;
        } else {
            members[next] = member;
            next = (next + 1) % PLACES;
        }
    }

    /** Takes somebody out. */
    Member remove(Dice dice) {
        int place = dice.below(size);
        Member member = Objects.requireNonNull(members[place]);
        size--;
        members[place] = members[size];
        members[size] = null;
        return member;
    }
}
