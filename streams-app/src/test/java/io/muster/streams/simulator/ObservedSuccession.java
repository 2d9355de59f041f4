package io.muster.streams.simulator;

import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.Succession;
import java.util.function.Consumer;

/** A succession of which the checks learn how many rows it names. */
record ObservedSuccession(Succession observed, RunChecks checks) implements Succession {

    @Override
    public boolean isDealtWith(byte[] key, Origin original, Origin here) {
        return observed.isDealtWith(key, original, here);
    }

    @Override
    public boolean isOurTurn() {
        return observed.isOurTurn();
    }

    @Override
    public void forEachRowLeft(Consumer<String> receiver) {
        observed.forEachRowLeft(row -> {
            checks.rowLeft();
            receiver.accept(row);
        });
    }
}
