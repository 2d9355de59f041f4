package io.muster.streams.topology.ledger;

import io.muster.domain.AreaId;
import io.muster.domain.ledger.EnrolledIn;
import io.muster.domain.ledger.Standing;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Status;
import io.muster.streams.mapping.IncompatibleFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Encodes a standing for the logged store, which nothing else reads. The first byte is the format version. */
final class StandingCodec {

    private static final byte FORMAT = 2;

    private static final byte NO_AREA = 0;
    private static final byte ONE_AREA = 1;
    private static final byte SEVERAL_AREAS = 2;

    private StandingCodec() {}

    static byte[] toBytes(Standing standing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(standing.eventId().getMostSignificantBits());
            out.writeLong(standing.eventId().getLeastSignificantBits());
            out.writeLong(standing.version());
            out.writeUTF(standing.status().name());
            out.writeUTF(standing.areaId().value());
            out.writeLong(standing.enrolledOn().toEpochDay());
            out.writeUTF(standing.segments().gender().name());
            writeNullable(out, standing.segments().ageBand());
            writeNullable(out, standing.segments().occupation());
            writeNullable(out, standing.segments().incomeBand());
            out.writeUTF(standing.source());
            out.writeLong(standing.recordedAt().toEpochMilli());
            out.writeInt(standing.minutesAhead());
            write(out, standing.enrolledIn());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Standing fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte format = in.readByte();
            if (format != FORMAT) {
                throw new IOException(
                        "standing of format " + format + ", expected " + FORMAT + ": " + IncompatibleFormat.REMEDY);
            }
            UUID eventId = new UUID(in.readLong(), in.readLong());
            long version = in.readLong();
            Status status = Status.valueOf(in.readUTF());
            AreaId areaId = new AreaId(in.readUTF());
            LocalDate enrolledOn = LocalDate.ofEpochDay(in.readLong());
            Segments segments =
                    new Segments(Gender.valueOf(in.readUTF()), readNullable(in), readNullable(in), readNullable(in));
            String source = in.readUTF();
            Instant recordedAt = Instant.ofEpochMilli(in.readLong());
            int minutesAhead = in.readInt();
            return new Standing(
                    eventId,
                    version,
                    status,
                    areaId,
                    enrolledOn,
                    segments,
                    readEnrolledIn(in),
                    new Standing.Recording(source, recordedAt, minutesAhead));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, EnrolledIn enrolledIn) throws IOException {
        if (enrolledIn instanceof EnrolledIn.OneArea one) {
            out.writeByte(ONE_AREA);
            out.writeUTF(one.areaId().value());
        } else {
            out.writeByte(enrolledIn instanceof EnrolledIn.NoArea ? NO_AREA : SEVERAL_AREAS);
        }
    }

    private static EnrolledIn readEnrolledIn(DataInputStream in) throws IOException {
        byte code = in.readByte();
        return switch (code) {
            case NO_AREA -> EnrolledIn.NO_AREA;
            case ONE_AREA -> new EnrolledIn.OneArea(new AreaId(in.readUTF()));
            case SEVERAL_AREAS -> EnrolledIn.SEVERAL_AREAS;
            default -> throw new IOException("unknown code of areas: " + code);
        };
    }

    private static void writeNullable(DataOutputStream out, @Nullable String value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            out.writeUTF(value);
        }
    }

    private static @Nullable String readNullable(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
