package io.muster.intake.text;

import io.muster.intake.problem.Problem;
import io.muster.intake.problem.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, one at a time, in bounded memory. A line ends with LF, CRLF or CR. Where the encoding is not known it is guessed
 * by the first line that shows it and some that follow.
 */
public final class RawLines {

    /** No line of a sensible file is longer, in bytes. */
    public static final int MAX_LENGTH = 1 << 20;

    /** As many bytes are looked at to guess the encoding. */
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
     * @param text with its end
     */
    public record RawLine(long number, RawText text) {}

    /** @param encoding null: UTF-8 or Windows-1258, whichever it turns out to be */
    public RawLines(String file, InputStream in, @Nullable TextEncoding encoding) {
        this.file = file;
        this.in = in;
        this.encoding = encoding;
    }

    /** As far as is known yet: UTF-8 until a line shows something else. */
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

    /** Gives lines back, to be read again in their order. */
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

    /** Takes the next unit over into the line. */
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

    /** The next unit; a single byte where the file ends in the middle of one. */
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
