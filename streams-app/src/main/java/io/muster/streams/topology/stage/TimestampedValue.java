package io.muster.streams.topology.stage;

import java.nio.ByteBuffer;

/**
 * A value as Kafka Streams restores it to a {@link org.apache.kafka.streams.state.TimestampedBytesStore}: eight bytes
 * hold the timestamp of the record, the others its value.
 *
 * @param timestamp epoch milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TimestampedValue(long timestamp, byte[] value) {

    public static TimestampedValue parse(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long timestamp = buffer.getLong();
        byte[] value = new byte[buffer.remaining()];
        buffer.get(value);
        return new TimestampedValue(timestamp, value);
    }
}
