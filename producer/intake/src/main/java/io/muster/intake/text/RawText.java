package io.muster.intake.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A piece of a file, byte for byte, so that what cannot be read can be handed back as it came. */
public final class RawText {

    /** Where nothing came from a file. */
    public static final RawText NONE = new RawText(new byte[0], TextEncoding.UTF_8);

    private final byte[] bytes;
    private final TextEncoding encoding;

    /** @param bytes with the end of their last line, if they have one */
    public RawText(byte[] bytes, TextEncoding encoding) {
        this.bytes = bytes;
        this.encoding = encoding;
    }

    /** This piece and the one right behind it. */
    public RawText plus(RawText next) {
        byte[] both = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
        System.arraycopy(next.bytes, 0, both, bytes.length, next.bytes.length);
        return new RawText(both, encoding);
    }

    /** This piece as if it stood where the other does, at the beginning of a file. */
    public RawText withByteOrderMarkOf(RawText other) {
        return other.start() == 0 || start() > 0
                ? this
                : new RawText(Arrays.copyOf(other.bytes, other.start()), encoding).plus(this);
    }

    /** In bytes. */
    public int length() {
        return bytes.length;
    }

    /** What the bytes are to be read as. */
    public TextEncoding encoding() {
        return encoding;
    }

    /**
     * The text without a byte order mark and without the end of its last line.
     *
     * @throws CharacterCodingException if it is not in its encoding
     */
    public String decode() throws CharacterCodingException {
        String text = toString();
        // decoding strictly costs more, and only a text with a replacement character can have been malformed
        return text.indexOf(TextEncoding.REPLACEMENT) < 0 ? text : encoding.decodeStrictly(bytes, start(), end());
    }

    /** Writes the bytes as they came, without a byte order mark and without the end of the last line. */
    public void writeContentTo(OutputStream out) throws IOException {
        out.write(bytes, start(), end() - start());
    }

    /**
     * Writes the content with a change.
     *
     * @param change puts in or takes out characters of ASCII; all others go out byte for byte as they came
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

    /** Writes the end of the last line as it came, or a line feed where there was none. */
    public void writeLineEndTo(OutputStream out) throws IOException {
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
