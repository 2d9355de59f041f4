package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.log.Entry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Record;

/** Is told what the tasks of an instance do, as it happens. */
public interface Observer {

    /** A record is about to be processed. */
    void takes(TopicPartition input);

    /** It was. */
    void took(TopicPartition input, Entry entry);

    /** A record goes to a topic, with the transaction. */
    void sent(String topic, Record<?, ?> record);

    /** A change goes to a changelog, with the transaction. */
    void changed(TopicPartition changelog);

    /** A task failed half-way; what it sent and changed since it was last told of is discarded with the transaction. */
    void corrupted();

    /** A task did what was due. */
    void punctuated(boolean asksForCommit);
}
