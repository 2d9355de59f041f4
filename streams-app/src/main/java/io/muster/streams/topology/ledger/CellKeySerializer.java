package io.muster.streams.topology.ledger;

import io.muster.contract.topic.CellKey;
import org.apache.kafka.common.serialization.Serializer;

/** Serializes the keys of the cells topic. */
final class CellKeySerializer implements Serializer<CellKey> {

    @Override
    public byte[] serialize(String topic, CellKey key) {
        return key.toBytes();
    }
}
