package io.muster.streams.topology.reference;

import io.muster.contract.topic.Topic;

/** Listener for reference records that are ignored. */
public interface ReferenceEvents {

    void ignored(Topic<?> topic);
}
