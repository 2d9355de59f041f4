package io.muster.intake.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A piece of a file as raw bytes, so that rejected lines can be returned byte for byte. */
public final class RawText {

    /** An empty text, for lines that do not come from a file. */
    public static final RawText NONE = new RawText(new byte[0], TextEncoding.UTF_8);

    private final byte[] bytes;
    private final TextEncoding encoding;

    /** @param bytes including the line end, if there is one */
    public RawText(byte[] bytes, TextEncoding encoding) {
        this.bytes = bytes;
        this.encoding = encoding;
    }

    /** This text followed by the next. */
    public RawText plus(RawText next) {
        byte[] both = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
        System.arraycopy(next.bytes, 0, both, bytes.length, next.bytes.length);
        return new RawText(both, encoding);
    }

    /** This text with the byte order mark of the other one. */
    public RawText withByteOrderMarkOf(RawText other) {
        return other.start() == 0 || start() > 0
                ? this
                : new RawText(Arrays.copyOf(other.bytes, other.start()), encoding).plus(this);
    }

    /** Length in bytes. */
    public int length() {
        return bytes.length;
    }

    /** Encoding of the bytes. */
    public TextEncoding encoding() {
        return encoding;
    }

    /**
     * Decodes the text without its byte order mark and line end.
     *
     * @throws CharacterCodingException if the bytes are malformed
     */
    public String decode() throws CharacterCodingException {
        String text = toString();
        // Strict decoding is slower, and is needed only if a replacement character shows up.
        return text.indexOf(TextEncoding.REPLACEMENT) < 0 ? text : encoding.decodeStrictly(bytes, start(), end());
    }

    /** Writes the bytes unchanged, without byte order mark and line end. */
    public void writeContentTo(OutputStream out) throws IOException {
        out.write(bytes, start(), end() - start());
    }

    /**
     * Writes the content with a change.
     *
     * @param change inserts or removes ASCII characters; all other characters are written unchanged
     */
    public void writeTo(OutputStream out, UnaryOperator<String> change) throws IOException {
        Charset charset = encoding.reversible(bytes, start(), end());
        String changed = change.apply(new String(bytes, start(), end() - start(), charset));
        out.write(changed.getBytes(charset));
    }

    /** Writes the byte order mark, if there is one. */
    public void writeBomTo(OutputStream out) throws IOException {
        out.write(bytes, 0, start());
    }

    /** Writes the line end, or a line feed if the text has none. */
    public void writeLineEndTo(OutputStream out) throws IOException {
        if (end() == bytes.length) {
            out.write(encoding.encode("\n"));
        } else {
            out.write(bytes, end(), bytes.length - end());
        }
    }

    /** The text without its line end. Malformed bytes become replacement characters. */
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
