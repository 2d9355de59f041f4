package io.muster.contract.serde;

import java.nio.ByteBuffer;

/** How Confluent's serializers frame a record: a zero, the number of its schema in the registry, then the record. */
final class WireFormat {

    /** How many bytes stand before the record. */
    static final int PREFIX_LENGTH = 1 + Integer.BYTES;

    private WireFormat() {}

    /** Whether bytes with room for a prefix begin as they must. */
    static boolean isFramed(byte[] bytes) {
        return bytes[0] == 0;
    }

    /** The number of the schema of a framed record. */
    static int schemaId(byte[] bytes) {
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }
}
