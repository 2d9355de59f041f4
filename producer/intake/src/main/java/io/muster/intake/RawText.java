package io.muster.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A piece of a file, byte for byte, so that what cannot be read can be handed back as it came. */
public final class RawText {

    /** Where nothing came from a file. */
    static final RawText NONE = new RawText(new byte[0]);

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;

    RawText(byte[] bytes) {
        this.bytes = bytes;
    }

    RawText plus(RawText next) {
        byte[] both = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
        System.arraycopy(next.bytes, 0, both, bytes.length, next.bytes.length);
        return new RawText(both);
    }

    int length() {
        return bytes.length;
    }

    /**
     * The text without a byte order mark and without the end of its last line.
     *
     * @throws CharacterCodingException if it is not UTF-8
     */
    String decode() throws CharacterCodingException {
        String text = content();
        // decoding strictly costs more, and only a text with a replacement character can have been malformed
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly();
    }

    /** Whether it begins with a UTF-8 byte order mark. */
    boolean hasBom() {
        return bytes.length >= BOM.length && Arrays.equals(bytes, 0, BOM.length, BOM, 0, BOM.length);
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
            out.write('\n');
        } else {
            out.write(bytes, end(), bytes.length - end());
        }
    }

    /** The text without the end of its last line; what is not UTF-8 shows as a replacement character. */
    @Override
    public String toString() {
        return content();
    }

    private String decodeStrictly() throws CharacterCodingException {
        ByteBuffer content = ByteBuffer.wrap(bytes, start(), end() - start());
        return StandardCharsets.UTF_8.newDecoder().decode(content).toString();
    }

    private String content() {
        return new String(bytes, start(), end() - start(), StandardCharsets.UTF_8);
    }

    private int start() {
        return hasBom() ? BOM.length : 0;
    }

    private int end() {
        int end = bytes.length;
        if (end > start() && bytes[end - 1] == '\n') {
            end--;
        }
        if (end > start() && bytes[end - 1] == '\r') {
            end--;
        }
        return end;
    }
}
