package io.muster.intake.text;

import java.nio.charset.CharacterCodingException;
import java.util.Collection;

/**
 * Tells UTF-8 from Windows-1258 by sample lines. A file is Windows-1258 if more lines are invalid as UTF-8 than valid.
 * One corrupt line does not change the encoding of a UTF-8 file.
 */
final class EncodingGuess {

    /** Letters of Windows-1258 start here. Lower bytes are symbols, and continuation bytes of UTF-8. */
    private static final int FIRST_LETTER = 0xC0;

    private static final int FIRST_NON_ASCII = 0x80;

    private EncodingGuess() {}

    static TextEncoding of(Collection<byte[]> lines) {
        int utf8 = 0;
        int windows = 0;
        for (byte[] line : lines) {
            if (isAscii(line)) {
                continue;
            }
            if (isValid(line, TextEncoding.UTF_8)) {
                utf8++;
            } else if (hasMoreLettersThanSymbols(line) && isValid(line, TextEncoding.WINDOWS_1258)) {
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

    private static boolean hasMoreLettersThanSymbols(byte[] line) {
        int letters = 0;
        int symbols = 0;
        for (byte b : line) {
            int unsigned = b & 0xFF;
            letters += unsigned >= FIRST_LETTER ? 1 : 0;
            symbols += unsigned >= FIRST_NON_ASCII && unsigned < FIRST_LETTER ? 1 : 0;
        }
        return letters > symbols;
    }

    private static boolean isValid(byte[] line, TextEncoding encoding) {
        try {
            encoding.decodeStrictly(line, 0, line.length);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
