package io.muster.gateway.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Decompresses bodies. Stops as soon as the result exceeds the limit. */
public final class Gunzip {

    private static final int CHUNK_BYTES = 8 * 1024;

    private Gunzip() {}

    /** @throws RefusedException if the body is not gzip, is too long, or there is no memory for it */
    public static Body unpack(Body packed, BodyLimits limits, MemoryBudget.Reservation reservation) {
        byte[] bytes = new byte[CHUNK_BYTES];
        int length = 0;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.bytes(), 0, packed.length()))) {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes, length, bytes.length - length)) {
                length += count;
                if (length > limits.maxBytes()) {
                    throw IncomingBody.tooLong(limits);
                }
                if (!reservation.grow(count)) {
                    throw IncomingBody.noRoom();
                }
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * bytes.length);
                }
            }
        } catch (IOException e) {
            throw RefusedException.of(400, "the body is not gzip, though Content-Encoding says so");
        }
        return new Body(bytes, length);
    }
}
