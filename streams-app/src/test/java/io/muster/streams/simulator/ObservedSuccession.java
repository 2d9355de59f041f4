package io.muster.streams.simulator;

import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.stage.Succession;
import java.util.function.Consumer;

/** Reports inherited rows to the checks. */
record ObservedSuccession(Succession observed, RunChecks checks) implements Succession {

    @Override
    public boolean isRecordedByPredecessor(byte[] key, Origin original, Origin here) {
        return observed.isRecordedByPredecessor(key, original, here);
    }

    @Override
    public boolean isPublisher() {
        return observed.isPublisher();
    }

    @Override
    public void forEachInheritedRow(Consumer<String> receiver) {
        observed.forEachInheritedRow(row -> {
            checks.rowInherited();
            receiver.accept(row);
        });
    }
}
