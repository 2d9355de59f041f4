package io.muster.streams.topology.tally;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;

/**
 * An empty persistent store. Kafka Streams keeps the process id over a restart only if the topology has a persistent
 * store; transactional ids derive from the process id.
 */
final class IdentityStore implements StateStore {

    private final String name;
    private boolean open;

    IdentityStore(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {
            throw new IllegalStateException(name + " has nothing to restore");
        });
        open = true;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
