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

/** A supported encoding of text files. */
@SuppressWarnings("ImmutableEnumChecker") // charsets are immutable
public enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, 1),
    /** What Excel calls Unicode text. */
    UTF_16LE(StandardCharsets.UTF_16LE, 2),
    UTF_16BE(StandardCharsets.UTF_16BE, 2),
    /** Used by the CSV export of a Vietnamese Excel. Tone marks are separate characters that follow their letters. */
    WINDOWS_1258(Charset.forName("windows-1258"), 1);

    /** The replacement for malformed bytes. */
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

    /** Bytes per code unit. */
    int unit() {
        return unit;
    }

    /** Value of a code unit. */
    int unitOf(int first, int second) {
        return switch (this) {
            case UTF_16LE -> second << Byte.SIZE | first;
            case UTF_16BE -> first << Byte.SIZE | second;
            case UTF_8, WINDOWS_1258 -> first;
        };
    }

    /** Length of the byte order mark at the start of the bytes, or 0. */
    int byteOrderMarkLength(byte[] bytes) {
        int length = byteOrderMark.length;
        return bytes.length >= length && Arrays.equals(bytes, 0, length, byteOrderMark, 0, length) ? length : 0;
    }

    /** Decodes bytes. Malformed bytes become replacement characters. */
    public String decode(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, charset);
    }

    /** @throws CharacterCodingException if the bytes are malformed */
    String decodeStrictly(byte[] bytes, int start, int end) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, start, end - start))
                .toString();
    }

    /** A charset for changing ASCII characters of a text without altering any other byte. */
    Charset reversible(byte[] bytes, int start, int end) {
        boolean exact = this != WINDOWS_1258 && decode(bytes, start, end).indexOf(REPLACEMENT) < 0;
        return exact || unit > 1 ? charset : StandardCharsets.ISO_8859_1;
    }

    /** Encodes text. Unmappable characters become question marks. */
    public byte[] encode(String text) {
        CharsetEncoder encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        String encodable = this == WINDOWS_1258 ? VietnameseTones.decompose(text) : text;
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(encodable));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("the encoder replaces unmappable characters", e);
        }
    }

    /** The value of the command line option. */
    @Override
    public String toString() {
        return charset.name().toLowerCase(Locale.ROOT);
    }
}
