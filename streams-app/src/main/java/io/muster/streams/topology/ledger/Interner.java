package io.muster.streams.topology.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Maps each distinct value to a small number, so that millions of entries can refer to it in four bytes. */
final class Interner<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    int numberOf(T value) {
        Integer number = numbers.get(value);
        if (number == null) {
            number = values.size();
            numbers.put(value, number);
            values.add(value);
        }
        return number;
    }

    T valueOf(int number) {
        return values.get(number);
    }

    void clear() {
        numbers.clear();
        values.clear();
    }
}
