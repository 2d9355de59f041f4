package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.log.Entry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.Topology;

/** The topology that runs in an instance. */
public interface Program {

    /** Adds all nodes to a topology. */
    void addTo(Topology topology);

    /** Whether an instance may process a record now. If not, it waits before the record. */
    boolean mayProcess(TopicPartition input, Entry entry);

    /** The observer of the instance. */
    Observer observer();
}
