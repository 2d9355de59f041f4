package io.muster.contract.serde;

import java.nio.ByteBuffer;

/** Confluent's wire format: a zero byte, the schema id in four bytes, the payload. */
final class WireFormat {

    /** The number of bytes before the payload. */
    static final int PREFIX_LENGTH = 1 + Integer.BYTES;

    private WireFormat() {}

    /** Whether the first byte is the zero byte; the bytes must be at least as long as the prefix. */
    static boolean isFramed(byte[] bytes) {
        return bytes[0] == 0;
    }

    /** The schema id of a framed record. */
    static int schemaId(byte[] bytes) {
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }
}
