package io.muster.streams.mapping;

import io.muster.contract.mapping.RowMapping;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey;
import io.muster.schema.Alert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.AvroRuntimeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bytes of an alert's row in a store: its record in Avro's single-object encoding. */
public final class AlertBytes {

    private static final Logger LOG = LoggerFactory.getLogger(AlertBytes.class);

    private AlertBytes() {}

    public static byte[] of(AlertRow row) {
        try {
            ByteBuffer buffer = Alert.getEncoder().encode(RowMapping.toAvro(row, Instant.EPOCH));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row, or null where another version of the schema wrote it, or nothing but a mark. */
    public static @Nullable AlertRow read(RowKey.OfAlert key, byte[] bytes) {
        try {
            return RowMapping.fromAvro(
                    key.campaignId(),
                    key.areaId(),
                    key.rule(),
                    Alert.getDecoder().decode(bytes));
        } catch (IOException | AvroRuntimeException e) {
            LOG.debug("{} will be published again, for it cannot be read: {}", key, e.toString());
            return null;
        }
    }
}
