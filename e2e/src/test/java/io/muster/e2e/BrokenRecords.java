package io.muster.e2e;

import io.muster.schemas.Topics;
import java.util.Arrays;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Makes broken records out of good ones, as faulty disks, foreign systems and wrong tools do. */
final class BrokenRecords {

    private static final int PREFIX = 5;
    private static final int UNKNOWN_SCHEMAS = 1 << 24;

    private final Random random;

    BrokenRecords(Random random) {
        this.random = random;
    }

    /** A record that no rule accepts. */
    ProducerRecord<byte[], byte[]> next(byte[] key, byte[] value) {
        return switch (random.nextInt(100)) {
            case 0 -> record(key, ofUnknownSchema(value));
            case 1, 2 -> record(key, null);
            case 3, 4 -> record(key, new byte[0]);
            case 5, 6 -> record(null, value);
            default ->
                switch (random.nextInt(4)) {
                    case 0 -> record(key, garbage(random.nextInt(200)));
                    case 1 -> record(key, Arrays.copyOf(value, PREFIX + random.nextInt(value.length - PREFIX)));
                    case 2 -> record(Arrays.copyOf(key, random.nextInt(key.length)), value);
                    default -> record(key, withGarbageInside(value));
                };
        };
    }

    private static ProducerRecord<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        return new ProducerRecord<>(Topics.ENROLLMENTS.name(), key, value);
    }

    /** Every one of these is asked of the registry, so there are few. */
    private byte[] ofUnknownSchema(byte[] value) {
        byte[] other = value.clone();
        int schemaId = UNKNOWN_SCHEMAS + random.nextInt(1_000);
        for (int i = 0; i < Integer.BYTES; i++) {
            other[PREFIX - 1 - i] = (byte) (schemaId >> (8 * i));
        }
        return other;
    }

    /** Not even the beginning is right. */
    private byte[] garbage(int length) {
        byte[] bytes = new byte[length + 1];
        random.nextBytes(bytes);
        bytes[0] = (byte) (1 + random.nextInt(100));
        return bytes;
    }

    /** The schema is known, and nothing after it makes sense: the event id says that it is longer than the record. */
    private byte[] withGarbageInside(byte[] value) {
        byte[] bytes = garbage(value.length - 1);
        System.arraycopy(value, 0, bytes, 0, PREFIX);
        bytes[PREFIX] = (byte) 0xfe;
        bytes[PREFIX + 1] = (byte) 0xff;
        bytes[PREFIX + 2] = 0x7f;
        return bytes;
    }
}
