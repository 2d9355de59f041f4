package io.muster.streams.simulator;

import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.domain.fixture.TestIds.participantRef;

import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.stage.TopologySettings;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Valid and invalid records that few clients write. */
enum UnusualRecord {
    /** Invalid, with the largest size that a rejection keeps whole. */
    LARGEST,
    /** Invalid, and one byte larger. */
    TOO_LARGE,
    /** Invalid because it has no timestamp. */
    WITHOUT_TIMESTAMP,
    /**
     * A copy that another application rerouted to a partition in which this application does not count it. It is
     * neither counted nor rejected.
     */
    COPY_FROM_ELSEWHERE;

    private static final byte[] KEY =
            RecordKeys.participant(campaignId("drive"), participantRef("p1")).getBytes(StandardCharsets.UTF_8);
    private static final String NOTE = "note";
    private static final byte[] NOTED = new byte[100];

    /** The space that a rejection reserves for headers. */
    private static final int ROOM_FOR_HEADERS = 64 * 1024;

    private static final int BESIDE_VALUE = ROOM_FOR_HEADERS + KEY.length + NOTE.length() + NOTED.length;

    // shared because they are large; never modified
    private static final byte[] FITS = new byte[Topics.LARGEST_REJECTION - BESIDE_VALUE];
    private static final byte[] DOES_NOT_FIT = new byte[FITS.length + 1];

    private static final UnusualRecord[] ALL = values();

    /** @param choice any non-negative number */
    static UnusualRecord of(int choice) {
        return ALL[choice % ALL.length];
    }

    boolean isRejected() {
        return this != COPY_FROM_ELSEWHERE;
    }

    /** Whether a rejection keeps the content of the record. */
    static boolean isKeptWhole(byte @Nullable [] value) {
        return value == null || value.length <= FITS.length;
    }

    byte[] key(byte[] ofStatement) {
        return this == LARGEST || this == TOO_LARGE ? KEY : ofStatement;
    }

    /** The value: either that of the statement, or garbage of the required size. */
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

    /** The partition that the record is sent to. */
    int partition(byte[] key, int partitions) {
        int home = TopologySettings.partitionOfKey(key, partitions);
        return isRejected() ? home : (home + 1) % partitions;
    }

    /** Whether there are enough partitions for this kind. */
    boolean isPossible(int partitions) {
        return isRejected() || partitions > 1;
    }
}
