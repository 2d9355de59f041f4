package io.muster.intake.text;

import java.nio.charset.CharacterCodingException;
import java.util.Collection;

/**
 * Tells UTF-8 from Windows-1258 by some lines: what is not UTF-8 in more lines than it is was written by a Vietnamese Excel. A file in
 * UTF-8 with a spoilt line among others stays one in UTF-8.
 */
final class EncodingGuess {

    /** Letters stand above it in Windows-1258; below it, signs, and the trailing bytes of UTF-8. */
    private static final int FIRST_LETTER = 0xC0;

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private EncodingGuess() {}

    static TextEncoding of(Collection<byte[]> lines) {
        int utf8 = 0;
        int windows = 0;
        for (byte[] line : lines) {
            if (isAscii(line)) {
                continue;
            }
            if (reads(line, TextEncoding.UTF_8)) {
                utf8++;
            } else if (hasMoreLettersThanSigns(line) && reads(line, TextEncoding.WINDOWS_1258)) {
                windows++;
            }
        }
        return windows > utf8 ? TextEncoding.WINDOWS_1258 : TextEncoding.UTF_8;
    }

    static boolean isAscii(byte[] line) {
        for (byte b : line) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasMoreLettersThanSigns(byte[] line) {
        int letters = 0;
        int signs = 0;
        for (byte b : line) {
            int unsigned = b & 0xFF;
            letters += unsigned >= FIRST_LETTER ? 1 : 0;
            signs += unsigned >= FIRST_BEYOND_ASCII && unsigned < FIRST_LETTER ? 1 : 0;
        }
        return letters > signs;
    }

    private static boolean reads(byte[] line, TextEncoding encoding) {
        try {
            encoding.decodeStrictly(line, 0, line.length);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
