package io.muster.streams.topology.reference;

import io.muster.contract.topic.Topic;

/** Is told of every reference record that is ignored. */
public interface ReferenceEvents {

    void ignored(Topic<?> topic);
}
