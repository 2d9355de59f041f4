package io.muster.intake.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream line by line in bounded memory. A line ends with LF, CRLF or CR. An unknown encoding is guessed from
 * the first line with non-ASCII bytes and some lines after it.
 */
public final class RawLines {

    /** Maximum line length in bytes. */
    public static final int MAX_LENGTH = 1 << 20;

    /** Number of bytes used to guess the encoding. */
    private static final int LOOK_AHEAD = 1 << 15;

    private static final int END = -1;

    private final String file;
    private final InputStream in;
    private @Nullable TextEncoding encoding;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long number;
    private byte[] line = new byte[512];
    private final Deque<byte[]> ahead = new ArrayDeque<>();
    private final Deque<RawLine> putBack = new ArrayDeque<>();

    /**
     * @param number of the line, from 1
     * @param text including the line end
     */
    public record RawLine(long number, RawText text) {}

    /** @param encoding null to detect UTF-8 or Windows-1258 */
    public RawLines(String file, InputStream in, @Nullable TextEncoding encoding) {
        this.file = file;
        this.in = in;
        this.encoding = encoding;
    }

    /** The encoding as known so far: UTF-8 until a line shows another one. */
    public TextEncoding encoding() {
        return encoding == null ? TextEncoding.UTF_8 : encoding;
    }

    /** The next line, or null at the end. */
    @Nullable
    public RawLine next() throws IOException {
        if (!putBack.isEmpty()) {
            return putBack.poll();
        }
        byte[] bytes = ahead.isEmpty() ? read() : ahead.poll();
        if (bytes == null) {
            return null;
        }
        if (encoding == null && !EncodingGuess.isAscii(bytes)) {
            encoding = guess(bytes);
        }
        return new RawLine(++number, new RawText(bytes, encoding()));
    }

    /** Pushes lines back, to be read again in the same order. */
    public void putBack(List<RawLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            putBack.push(lines.get(i));
        }
    }

    private TextEncoding guess(byte[] first) throws IOException {
        ahead.push(first);
        int length = first.length;
        while (length < LOOK_AHEAD) {
            byte[] next = read();
            if (next == null) {
                break;
            }
            ahead.add(next);
            length += next.length;
        }
        TextEncoding guess = EncodingGuess.of(ahead);
        ahead.poll();
        return guess;
    }

    private byte @Nullable [] read() throws IOException {
        int length = 0;
        for (int unit = peek(); unit != END; unit = peek()) {
            length = take(length);
            if (unit == '\n' || (unit == '\r' && peek() != '\n')) {
                break;
            }
        }
        return length == 0 ? null : Arrays.copyOf(line, length);
    }

    /** Appends the next code unit to the line. */
    private int take(int length) {
        int end = length;
        for (int i = 0; i < encoding().unit() && position < limit; i++) {
            if (end == line.length) {
                line = grown();
            }
            line[end++] = buffer[position++];
        }
        return end;
    }

    private byte[] grown() {
        if (line.length >= MAX_LENGTH) {
            throw new UnusableFileException(Problem.ofLine(
                    file,
                    number + ahead.size() + 1,
                    "is longer than " + MAX_LENGTH + " bytes",
                    "this does not look like a file of lines; check that it is CSV or NDJSON"));
        }
        return Arrays.copyOf(line, line.length * 2);
    }

    /** The next code unit, or a single byte if the file ends within one. */
    private int peek() throws IOException {
        int unit = encoding().unit();
        if (limit - position < unit) {
            fill(unit);
        }
        if (position == limit) {
            return END;
        }
        int first = buffer[position] & 0xFF;
        return limit - position < unit || unit == 1 ? first : encoding().unitOf(first, buffer[position + 1] & 0xFF);
    }

    private void fill(int atLeast) throws IOException {
        limit -= position;
        System.arraycopy(buffer, position, buffer, 0, limit);
        position = 0;
        while (limit < atLeast) {
            int count = in.read(buffer, limit, buffer.length - limit);
            if (count < 0) {
                return;
            }
            limit += count;
        }
    }
}
