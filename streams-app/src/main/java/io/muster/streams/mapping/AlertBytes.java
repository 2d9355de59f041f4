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

/** Encodes the row of an alert for a store, in Avro's single-object encoding. */
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

    /** The row; null if another version of the schema wrote it, or if the bytes only mark the row as present. */
    public static @Nullable AlertRow read(RowKey.OfAlert key, byte[] bytes) {
        try {
            return RowMapping.fromAvro(
                    key.campaignId(),
                    key.areaId(),
                    key.rule(),
                    Alert.getDecoder().decode(bytes));
        } catch (IOException | AvroRuntimeException e) {
            LOG.debug("{} cannot be read and will be published again: {}", key, e.toString());
            return null;
        }
    }
}
