package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Standing;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Status;
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

/** Bytes of a standing in the logged store, which no one outside reads. Starts with the number of its format. */
final class StandingCodec {

    private static final byte FORMAT = 1;

    private StandingCodec() {}

    static byte[] toBytes(Standing standing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(standing.eventId().getMostSignificantBits());
            out.writeLong(standing.eventId().getLeastSignificantBits());
            out.writeLong(standing.version());
            out.writeUTF(standing.status().name());
            out.writeUTF(standing.areaId());
            out.writeLong(standing.enrolledOn().toEpochDay());
            out.writeUTF(standing.segments().gender().name());
            writeNullable(out, standing.segments().ageBand());
            writeNullable(out, standing.segments().occupation());
            writeNullable(out, standing.segments().incomeBand());
            out.writeUTF(standing.source());
            out.writeLong(standing.recordedAt().toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Standing fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte format = in.readByte();
            if (format != FORMAT) {
                throw new IOException("standing of format " + format + ", expected " + FORMAT);
            }
            return new Standing(
                    new UUID(in.readLong(), in.readLong()),
                    in.readLong(),
                    Status.valueOf(in.readUTF()),
                    in.readUTF(),
                    LocalDate.ofEpochDay(in.readLong()),
                    new Segments(Gender.valueOf(in.readUTF()), readNullable(in), readNullable(in), readNullable(in)),
                    in.readUTF(),
                    Instant.ofEpochMilli(in.readLong()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
