package io.muster.streams.mapping;

import io.muster.domain.ledger.OddSource;
import io.muster.domain.ledger.OddSource.Oddity;
import io.muster.domain.ledger.Subtotal;
import io.muster.domain.statement.Dimension;
import io.muster.domain.statement.RecordedTimes;
import io.muster.domain.statement.SegmentPool;
import io.muster.domain.statement.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Encodes a subtotal for the cells topic, which nothing outside the application reads. Big-endian, with texts in Java's
 * modified UTF-8:
 *
 * <ol>
 *   <li>format version, enrolled, withdrawn;
 *   <li>number of days on which statements were recorded; for each, the first and the last time;
 *   <li>number of segments; for each, dimension, value and count;
 *   <li>number of odd sources; for each, oddity, name and number of participants.
 * </ol>
 */
public final class SubtotalCodec {

    private static final byte FORMAT = 3;

    private SubtotalCodec() {}

    public static byte[] toBytes(Subtotal subtotal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(48 + 20 * subtotal.segmentCount());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeInt(subtotal.enrolled());
            out.writeInt(subtotal.withdrawn());
            RecordedTimes recorded = subtotal.recorded();
            out.writeInt(recorded.days());
            for (int i = 0; i < recorded.days(); i++) {
                out.writeLong(recorded.first(i));
                out.writeLong(recorded.last(i));
            }
            out.writeInt(subtotal.segmentCount());
            for (int i = 0; i < subtotal.segmentCount(); i++) {
                out.writeByte(code(subtotal.segment(i).dimension()));
                out.writeUTF(subtotal.segment(i).value());
                out.writeInt(subtotal.enrolledOf(i));
            }
            out.writeInt(subtotal.odd().size());
            for (Map.Entry<OddSource, Integer> odd : subtotal.odd().entrySet()) {
                out.writeByte(code(odd.getKey().oddity()));
                out.writeUTF(odd.getKey().source());
                out.writeInt(odd.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * @param pool shares equal segments among subtotals
     * @throws UncheckedIOException if the bytes are not a subtotal
     */
    public static Subtotal fromBytes(byte[] bytes, SegmentPool pool) {
        Subtotal subtotal = new Subtotal();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte format = in.readByte();
            if (format != FORMAT) {
                throw new IOException(
                        "subtotal of format " + format + ", expected " + FORMAT + ": " + IncompatibleFormat.REMEDY);
            }
            subtotal.add(Status.ENROLLED, in.readInt());
            subtotal.add(Status.WITHDRAWN, in.readInt());
            for (int times = 2 * in.readInt(); times > 0; times--) {
                subtotal.recorded().see(in.readLong());
            }
            int segments = in.readInt();
            subtotal.makeRoomFor(Math.min(segments, bytes.length)); // corrupt bytes may hold any number
            for (int i = 0; i < segments; i++) {
                Dimension dimension = dimension(in.readByte());
                subtotal.addSegment(pool.get(dimension, in.readUTF()), in.readInt());
            }
            for (int odd = in.readInt(); odd > 0; odd--) {
                subtotal.addOdd(new OddSource(oddity(in.readByte()), in.readUTF()), in.readInt());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return subtotal;
    }

    private static char code(Oddity oddity) {
        return switch (oddity) {
            case RECORDED_AHEAD -> 'a';
            case CHANGED_ELSEWHERE -> 'e';
        };
    }

    private static Oddity oddity(byte code) throws IOException {
        for (Oddity oddity : Oddity.values()) {
            if (code(oddity) == code) {
                return oddity;
            }
        }
        throw new IOException("unknown code of an oddity: " + code);
    }

    private static char code(Dimension dimension) {
        return switch (dimension) {
            case GENDER -> 'g';
            case AGE_BAND -> 'a';
            case OCCUPATION -> 'o';
            case INCOME_BAND -> 'i';
        };
    }

    private static Dimension dimension(byte code) throws IOException {
        for (Dimension dimension : Dimension.values()) {
            if (code(dimension) == code) {
                return dimension;
            }
        }
        throw new IOException("unknown code of a dimension: " + code);
    }
}
