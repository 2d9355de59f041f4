package io.muster.e2e;

import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.CampaignId;
import io.muster.domain.participant.ParticipantRef;
import io.muster.schema.EnrollmentEvent;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Corrupts valid records the way faulty disks, foreign systems, wrong tools and wrong clocks do. */
final class BrokenRecords {

    private static final int PREFIX = 5;
    private static final int UNKNOWN_SCHEMAS = 1 << 24;
    private static final int LARGEST = 1_048_400;

    private final Random random;
    private final Serializer<EnrollmentEvent> avro;
    private final byte[] ofOtherSubject;

    BrokenRecords(Random random, AvroSerdes serdes) {
        this.random = random;
        this.avro = serdes.serializer(Topics.ENROLLMENTS);
        this.ofOtherSubject = serdes.serializer(Topics.TARGETS).serialize(Topics.TARGETS.name(), new Target(7L));
    }

    /** A record that the rules reject, made from a valid event. */
    ProducerRecord<byte[], byte[]> next(EnrollmentEvent good) {
        byte[] key = RecordKeys.participant(
                        new CampaignId(good.getCampaignId()), new ParticipantRef(good.getParticipantRef()))
                .getBytes(StandardCharsets.UTF_8);
        byte[] value = bytes(good);
        // few of these: each unknown schema costs a registry request, each large record a megabyte
        return switch (random.nextInt(10_000)) {
            case 0 -> record(key, Arrays.copyOf(withGarbageInside(value), LARGEST));
            default ->
                switch (random.nextInt(100)) {
                    case 0 -> record(key, ofUnknownSchema(value));
                    case 1, 2 -> record(key, null);
                    case 3, 4 -> record(key, new byte[0]);
                    case 5, 6 -> record(null, value);
                    case 7, 8 -> record(key, ofOtherSubject);
                    default -> nextOfManyKinds(good, key, value);
                };
        };
    }

    private ProducerRecord<byte[], byte[]> nextOfManyKinds(EnrollmentEvent good, byte[] key, byte[] value) {
        return switch (random.nextInt(8)) {
            case 0 -> record(key, garbage(random.nextInt(200)));
            case 1 -> record(key, Arrays.copyOf(value, PREFIX + random.nextInt(value.length - PREFIX)));
            case 2 -> record(Arrays.copyOf(key, random.nextInt(key.length)), value);
            case 3 -> record(key, withGarbageInside(value));
            case 4 -> record(key, bytes(changed(good).setSource("x".repeat(257 + random.nextInt(1_000)))));
            case 5 -> record(key, bytes(changed(good).setEnrolledOn(LocalDate.ofEpochDay(random.nextInt()))));
            case 6 ->
                record(
                        key,
                        bytes(changed(good).setRecordedAt(good.getRecordedAt().plus(Duration.ofDays(20_000)))));
            default -> record(key, bytes(changed(good).setStatus(EnrollmentStatus.UNKNOWN)));
        };
    }

    private static EnrollmentEvent.Builder changed(EnrollmentEvent good) {
        return EnrollmentEvent.newBuilder(good);
    }

    private byte[] bytes(EnrollmentEvent.Builder event) {
        return bytes(event.build());
    }

    private byte[] bytes(EnrollmentEvent event) {
        return avro.serialize(Topics.ENROLLMENTS.name(), event);
    }

    private static ProducerRecord<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        return new ProducerRecord<>(Topics.ENROLLMENTS.name(), key, value);
    }

    private byte[] ofUnknownSchema(byte[] value) {
        byte[] other = value.clone();
        int schemaId = UNKNOWN_SCHEMAS + random.nextInt(1_000);
        for (int i = 0; i < Integer.BYTES; i++) {
            other[PREFIX - 1 - i] = (byte) (schemaId >> (8 * i));
        }
        return other;
    }

    /** Wrong from the first byte. */
    private byte[] garbage(int length) {
        byte[] bytes = new byte[length + 1];
        random.nextBytes(bytes);
        bytes[0] = (byte) (1 + random.nextInt(100));
        return bytes;
    }

    /** A known schema id, then garbage: the length of the event id exceeds the record. */
    private byte[] withGarbageInside(byte[] value) {
        byte[] bytes = garbage(value.length - 1);
        System.arraycopy(value, 0, bytes, 0, PREFIX);
        bytes[PREFIX] = (byte) 0xfe;
        bytes[PREFIX + 1] = (byte) 0xff;
        bytes[PREFIX + 2] = 0x7f;
        return bytes;
    }
}
