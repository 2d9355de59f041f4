package io.muster.streams.topology.reference;

import io.muster.schemas.Topic;

/** Is told of every reference record that is ignored. */
public interface ReferenceEvents {

    void ignored(Topic<?> topic);
}
