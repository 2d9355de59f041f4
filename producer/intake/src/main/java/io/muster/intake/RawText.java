package io.muster.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** A piece of a file, byte for byte, so that what cannot be read can be handed back as it came. */
public final class RawText {

    /** Where nothing came from a file. */
    static final RawText NONE = new RawText(new byte[0], TextEncoding.UTF_8);

    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private final TextEncoding encoding;

    RawText(byte[] bytes, TextEncoding encoding) {
        this.bytes = bytes;
        this.encoding = encoding;
    }

    RawText plus(RawText next) {
        byte[] both = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
        System.arraycopy(next.bytes, 0, both, bytes.length, next.bytes.length);
        return new RawText(both, encoding);
    }

    int length() {
        return bytes.length;
    }

    TextEncoding encoding() {
        return encoding;
    }

    /**
     * The text without a byte order mark and without the end of its last line.
     *
     * @throws CharacterCodingException if it is not in its encoding
     */
    String decode() throws CharacterCodingException {
        String text = toString();
        // decoding strictly costs more, and only a text with a replacement character can have been malformed
        return text.indexOf(REPLACEMENT) < 0 ? text : encoding.decodeStrictly(bytes, start(), end());
    }

    /** Writes the bytes as they came, without a byte order mark and without the end of the last line. */
    void writeContentTo(OutputStream out) throws IOException {
        out.write(bytes, start(), end() - start());
    }

    void writeBomTo(OutputStream out) throws IOException {
        out.write(bytes, 0, start());
    }

    /** Writes the end of the last line as it came, or a line feed where there was none. */
    void writeLineEndTo(OutputStream out) throws IOException {
        if (end() == bytes.length) {
            out.write(encoding.encode("\n"));
        } else {
            out.write(bytes, end(), bytes.length - end());
        }
    }

    /** The text without the end of its last line; what is malformed shows as a replacement character. */
    @Override
    public String toString() {
        return encoding.decode(bytes, start(), end());
    }

    private int start() {
        return encoding.byteOrderMarkLength(bytes);
    }

    private int end() {
        int end = bytes.length;
        if (endsWith('\n', end)) {
            end -= encoding.unit();
        }
        if (endsWith('\r', end)) {
            end -= encoding.unit();
        }
        return end;
    }

    private boolean endsWith(char c, int end) {
        int unit = encoding.unit();
        return end - unit >= start() && encoding.unitOf(bytes[end - unit] & 0xFF, bytes[end - 1] & 0xFF) == c;
    }
}
