package io.muster.streams.topology.ledger;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.ledger.EnrolledIn;
import io.muster.domain.ledger.Standing;
import io.muster.domain.ledger.Standings;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * The winning statement of each participant, in memory: open addressing over primitive arrays, 64 bytes per slot, load
 * factor 0.7. Participants are identified by a 128-bit hash of campaign and reference. Among a billion participants,
 * the probability that two share a hash is about 10^-21.
 */
final class ParticipantTable implements Standings {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final int ABSENT = -1;

    private final Interner<AreaId> areas = new Interner<>();
    private final Interner<String> sources = new Interner<>();
    private final Interner<Traits> traits = new Interner<>();
    private Slots slots = new Slots(FIRST_CAPACITY);
    private int size;
    private final Cursor cursor = new Cursor();

    /**
     * Values that many participants share.
     *
     * @param enrolledIn null for the usual case: only the area of the winning statement
     * @param minutesAhead usually 0
     */
    private record Traits(Segments segments, @Nullable EnrolledIn enrolledIn, int minutesAhead) {

        static Traits of(Standing standing) {
            boolean isUsual = standing.enrolledIn().equals(new EnrolledIn.OneArea(standing.areaId()));
            return new Traits(standing.segments(), isUsual ? null : standing.enrolledIn(), standing.minutesAhead());
        }

        EnrolledIn enrolledIn(AreaId areaId) {
            return enrolledIn == null ? new EnrolledIn.OneArea(areaId) : enrolledIn;
        }
    }

    /** The only place, reused for one participant after another to avoid allocation. */
    private final class Cursor implements Place {
        private long hash1;
        private long hash2;
        private int slot;

        void moveTo(long[] hash) {
            hash1 = hash[0];
            hash2 = hash[1];
            slot = slots.find(hash1, hash2);
        }

        @Override
        public @Nullable Standing get() {
            return slots.area[slot] == ABSENT ? null : read(slot);
        }

        @Override
        public void put(Standing standing) {
            if (slots.area[slot] == ABSENT) {
                size++;
                if (size * 10L > slots.capacity() * 7L) {
                    slots = slots.doubled();
                    slot = slots.find(hash1, hash2);
                }
                slots.hash1[slot] = hash1;
                slots.hash2[slot] = hash2;
            }
            write(slot, standing);
        }
    }

    @Override
    public Place placeOf(CampaignId campaignId, ParticipantRef participantRef) {
        cursor.moveTo(hash(campaignId, participantRef));
        return cursor;
    }

    /** The number of participants. */
    int size() {
        return size;
    }

    void clear() {
        slots = new Slots(FIRST_CAPACITY);
        size = 0;
        areas.clear();
        sources.clear();
        traits.clear();
    }

    private Standing read(int slot) {
        int state = slots.state[slot];
        AreaId areaId = areas.valueOf(slots.area[slot]);
        Traits shared = traits.valueOf(state >> 1);
        return new Standing(
                new UUID(slots.event1[slot], slots.event2[slot]),
                slots.version[slot],
                (state & 1) == 0 ? Status.ENROLLED : Status.WITHDRAWN,
                areaId,
                LocalDate.ofEpochDay(slots.day[slot]),
                shared.segments,
                shared.enrolledIn(areaId),
                new Standing.Recording(
                        sources.valueOf(slots.source[slot]),
                        Instant.ofEpochMilli(slots.recordedAt[slot]),
                        shared.minutesAhead));
    }

    private void write(int slot, Standing standing) {
        slots.event1[slot] = standing.eventId().getMostSignificantBits();
        slots.event2[slot] = standing.eventId().getLeastSignificantBits();
        slots.version[slot] = standing.version();
        slots.recordedAt[slot] = standing.recordedAt().toEpochMilli();
        slots.area[slot] = areas.numberOf(standing.areaId());
        slots.source[slot] = sources.numberOf(standing.source());
        slots.day[slot] = (int) standing.enrolledOn().toEpochDay();
        slots.state[slot] = traits.numberOf(Traits.of(standing)) << 1 | (standing.status() == Status.ENROLLED ? 0 : 1);
    }

    /** The key is unambiguous because campaign ids contain no colon. */
    private static long[] hash(CampaignId campaignId, ParticipantRef participantRef) {
        return MurmurHash3.hash128x64(
                (campaignId.value() + ':' + participantRef.value()).getBytes(StandardCharsets.UTF_8));
    }

    /** The columns of the table. A slot is free while its area is {@link #ABSENT}. */
    private static final class Slots {
        private final long[] hash1;
        private final long[] hash2;
        private final long[] event1;
        private final long[] event2;
        private final long[] version;
        private final long[] recordedAt;
        private final int[] area;
        private final int[] source;
        private final int[] day;
        private final int[] state;

        Slots(int capacity) {
            hash1 = new long[capacity];
            hash2 = new long[capacity];
            event1 = new long[capacity];
            event2 = new long[capacity];
            version = new long[capacity];
            recordedAt = new long[capacity];
            area = new int[capacity];
            source = new int[capacity];
            day = new int[capacity];
            state = new int[capacity];
            Arrays.fill(area, ABSENT);
        }

        int capacity() {
            return area.length;
        }

        /** The slot of this hash, or the free slot where it would be inserted. */
        int find(long first, long second) {
            int mask = area.length - 1;
            int slot = (int) first & mask;
            while (area[slot] != ABSENT && (hash1[slot] != first || hash2[slot] != second)) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        Slots doubled() {
            Slots larger = new Slots(Math.multiplyExact(area.length, 2));
            for (int from = 0; from < area.length; from++) {
                if (area[from] != ABSENT) {
                    larger.copy(this, from, larger.find(hash1[from], hash2[from]));
                }
            }
            return larger;
        }

        private void copy(Slots other, int from, int to) {
            hash1[to] = other.hash1[from];
            hash2[to] = other.hash2[from];
            event1[to] = other.event1[from];
            event2[to] = other.event2[from];
            version[to] = other.version[from];
            recordedAt[to] = other.recordedAt[from];
            area[to] = other.area[from];
            source[to] = other.source[from];
            day[to] = other.day[from];
            state[to] = other.state[from];
        }
    }
}
