package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.log.Entry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Record;

/** Listener for the actions of the tasks of an instance. */
public interface Observer {

    /** A record is about to be processed. */
    void beforeRecord(TopicPartition input);

    /** A record was processed. */
    void afterRecord(TopicPartition input, Entry entry);

    /** A record was written to a topic in the transaction. */
    void sent(String topic, Record<?, ?> record);

    /** A record was written to a changelog in the transaction. */
    void changed(TopicPartition changelog);

    /** A task is corrupted. Everything that it wrote since the last commit is aborted with the transaction. */
    void corrupted();

    /** The due punctuators of a task were called. */
    void punctuated(boolean requestsCommit);
}
