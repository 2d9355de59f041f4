package io.muster.gateway.body;

import java.util.Arrays;

/** The body of a request. */
public final class Body {

    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_BIG_ENDIAN = {(byte) 0xFE, (byte) 0xFF};

    /** Also the start of a UTF-32 byte order mark. */
    private static final byte[] UTF_16_LITTLE_ENDIAN = {(byte) 0xFF, (byte) 0xFE};

    private final byte[] bytes;
    private final int length;

    /**
     * @param bytes an array that starts with the body; not copied
     * @param length number of bytes of the body
     */
    public Body(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /**
     * The body without a UTF-8 byte order mark.
     *
     * @throws RefusedException if the body is in UTF-16 or UTF-32, with or without a byte order mark
     */
    Body inUtf8() {
        if (startsWith(UTF_16_BIG_ENDIAN) || startsWith(UTF_16_LITTLE_ENDIAN) || startsWithNul()) {
            throw RefusedException.of(415, "the body is in UTF-16 or UTF-32; send it in UTF-8");
        }
        if (!startsWith(UTF_8)) {
            return this;
        }
        int rest = length - UTF_8.length;
        System.arraycopy(bytes, UTF_8.length, bytes, 0, rest);
        return new Body(bytes, rest);
    }

    private boolean startsWith(byte[] mark) {
        return length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** JSON starts with an ASCII character, which has NUL bytes next to it in UTF-16 and UTF-32. */
    private boolean startsWithNul() {
        return length > 1 && (bytes[0] == 0 || bytes[1] == 0);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
