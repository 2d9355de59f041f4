package io.muster.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, one at a time, in bounded memory. A line ends with LF, CRLF or CR. */
final class RawLines {

    /** No line of a sensible file is longer, in bytes. */
    static final int MAX_LENGTH = 1 << 20;

    private static final int END = -1;

    private final String file;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long number;
    private byte[] line = new byte[512];
    private final Deque<RawLine> putBack = new ArrayDeque<>();

    /**
     * @param number of the line, from 1
     * @param text with its end
     */
    record RawLine(long number, RawText text) {}

    RawLines(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** The next line, or null at the end. */
    @Nullable
    RawLine next() throws IOException {
        return putBack.isEmpty() ? read() : putBack.poll();
    }

    /** Gives lines back, to be read again in their order. */
    void putBack(List<RawLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            putBack.push(lines.get(i));
        }
    }

    private @Nullable RawLine read() throws IOException {
        int length = 0;
        for (int b = peek(); b != END; b = peek()) {
            position++;
            if (length == line.length) {
                line = grown();
            }
            line[length++] = (byte) b;
            if (b == '\n' || (b == '\r' && peek() != '\n')) {
                break;
            }
        }
        return length == 0 ? null : new RawLine(++number, new RawText(Arrays.copyOf(line, length)));
    }

    private byte[] grown() {
        if (line.length >= MAX_LENGTH) {
            throw new UnusableFileException(Problem.ofLine(
                    file,
                    number + 1,
                    "is longer than " + MAX_LENGTH + " bytes",
                    "this does not look like a file of lines; check that it is CSV or NDJSON"));
        }
        return Arrays.copyOf(line, line.length * 2);
    }

    private int peek() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(in.read(buffer), 0);
        }
        return limit == 0 ? END : buffer[position] & 0xFF;
    }
}
