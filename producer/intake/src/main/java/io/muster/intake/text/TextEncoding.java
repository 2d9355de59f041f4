package io.muster.intake.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** How the characters of a file stand in its bytes. */
@SuppressWarnings("ImmutableEnumChecker") // charsets do not change
public enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, 1),
    /** What Excel calls Unicode text. */
    UTF_16LE(StandardCharsets.UTF_16LE, 2),
    UTF_16BE(StandardCharsets.UTF_16BE, 2),
    /** The CSV of a Vietnamese Excel. Tones stand behind their letters as characters of their own. */
    WINDOWS_1258(Charset.forName("windows-1258"), 1);

    /** What is malformed is decoded to. */
    static final char REPLACEMENT = '\uFFFD';

    private static final char BOM = '\uFEFF';

    private final Charset charset;
    private final int unit;
    private final byte[] byteOrderMark;

    TextEncoding(Charset charset, int unit) {
        this.charset = charset;
        this.unit = unit;
        this.byteOrderMark =
                charset.newEncoder().canEncode(BOM) ? String.valueOf(BOM).getBytes(charset) : new byte[0];
    }

    /** How many bytes a line feed has. */
    int unit() {
        return unit;
    }

    /** The number that a unit stands for. */
    int unitOf(int first, int second) {
        return switch (this) {
            case UTF_16LE -> second << Byte.SIZE | first;
            case UTF_16BE -> first << Byte.SIZE | second;
            case UTF_8, WINDOWS_1258 -> first;
        };
    }

    /** How many bytes of byte order mark a text begins with. */
    int byteOrderMarkLength(byte[] bytes) {
        int length = byteOrderMark.length;
        return bytes.length >= length && Arrays.equals(bytes, 0, length, byteOrderMark, 0, length) ? length : 0;
    }

    /** The text; what is malformed shows as a replacement character. */
    public String decode(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, charset);
    }

    /** @throws CharacterCodingException if anything is malformed */
    String decodeStrictly(byte[] bytes, int start, int end) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, start, end - start))
                .toString();
    }

    /** A charset in which a text can be read, changed at its characters of ASCII, and written, so that all others are as they were. */
    Charset reversible(byte[] bytes, int start, int end) {
        boolean exact = this != WINDOWS_1258 && decode(bytes, start, end).indexOf(REPLACEMENT) < 0;
        return exact || unit > 1 ? charset : StandardCharsets.ISO_8859_1;
    }

    /** The bytes; what the encoding cannot say becomes a question mark. */
    public byte[] encode(String text) {
        CharsetEncoder encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        String encodable = this == WINDOWS_1258 ? Tones.behindTheirLetters(text) : text;
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(encodable));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("what cannot be encoded is replaced", e);
        }
    }

    /** As the option is written. */
    @Override
    public String toString() {
        return charset.name().toLowerCase(Locale.ROOT);
    }
}
