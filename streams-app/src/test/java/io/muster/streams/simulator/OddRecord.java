package io.muster.streams.simulator;

import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.TopologySettings;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Records of statements that hardly any client writes. */
enum OddRecord {
    /** It is refused, and is as large as a record may be that is kept whole. */
    LARGEST,
    /** It is refused, and is larger by a byte. */
    TOO_LARGE,
    /** It is refused, for it has no timestamp. */
    WITHOUT_TIMESTAMP,
    /** A copy that another application sent to where it counts it: another partition. It counts where it was put first. */
    COPY_FROM_ELSEWHERE;

    private static final byte[] KEY = RecordKeys.participant("drive", "p1").getBytes(StandardCharsets.UTF_8);
    private static final String NOTE = "note";
    private static final byte[] NOTED = new byte[100];

    /** No headers of a rejection are larger. */
    private static final int ROOM_FOR_HEADERS = 64 * 1024;

    private static final int BESIDE_VALUE = ROOM_FOR_HEADERS + KEY.length + NOTE.length() + NOTED.length;

    // made once: they are large, and nobody changes them
    private static final byte[] FITS = new byte[Topics.LARGEST_REJECTION - BESIDE_VALUE];
    private static final byte[] DOES_NOT_FIT = new byte[FITS.length + 1];

    private static final OddRecord[] ALL = values();

    /** @param choice any number from 0 on */
    static OddRecord of(int choice) {
        return ALL[choice % ALL.length];
    }

    boolean isRefused() {
        return this != COPY_FROM_ELSEWHERE;
    }

    /** Whether what was refused is kept as it was received. */
    static boolean isKeptWhole(byte @Nullable [] value) {
        return value == null || value.length <= FITS.length;
    }

    byte[] key(byte[] ofStatement) {
        return this == LARGEST || this == TOO_LARGE ? KEY : ofStatement;
    }

    /** The bytes of no Avro record, but of as many as it should have. */
    byte[] value(byte[] ofStatement) {
        return switch (this) {
            case LARGEST -> FITS;
            case TOO_LARGE -> DOES_NOT_FIT;
            default -> ofStatement;
        };
    }

    Headers headers() {
        Headers headers = new RecordHeaders().add(NOTE, NOTED);
        return this == COPY_FROM_ELSEWHERE ? new Origin(0, 0).addedTo(headers) : headers;
    }

    long timestamp(long ofStatement) {
        return this == WITHOUT_TIMESTAMP ? -1 : ofStatement;
    }

    /** The partition where it arrives. */
    int partition(byte[] key, int partitions) {
        int home = TopologySettings.home(key, partitions);
        return isRefused() ? home : (home + 1) % partitions;
    }

    /** Whether there is another partition, where it needs one. */
    boolean isPossible(int partitions) {
        return isRefused() || partitions > 1;
    }
}
