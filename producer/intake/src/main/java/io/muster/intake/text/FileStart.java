package io.muster.intake.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Detects the content of a stream from its first bytes. The stream stays at its beginning. */
public final class FileStart {

    private static final int LENGTH = 512;

    private final byte[] bytes;

    private FileStart(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Peeks at the first bytes. */
    public static FileStart of(BufferedInputStream in) throws IOException {
        in.mark(LENGTH);
        byte[] bytes = in.readNBytes(LENGTH);
        in.reset();
        return new FileStart(bytes);
    }

    /** Whether the stream starts like a zip archive, and so may be an .xlsx file. */
    public boolean isZip() {
        return startsWith('P', 'K', 3, 4);
    }

    /**
     * Rejects formats that cannot be read.
     *
     * @throws UnusableFileException if the file has such a format
     */
    public void refuseUnreadable(String file) {
        if (startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnusableFileException(Problem.ofFile(
                    file,
                    "is an Excel file of the old kind (.xls), or one with a password",
                    "open it and save it as \"Excel Workbook (.xlsx)\" without a password"));
        }
        if (isZip() && new String(bytes, StandardCharsets.ISO_8859_1).contains("application/vnd.oasis")) {
            throw new UnusableFileException(Problem.ofFile(
                    file, "is an OpenDocument sheet", "open it and save it as .xlsx, or as CSV in UTF-8"));
        }
    }

    /** Rejects formats that are not text. */
    public void requireText(String file) {
        refuseUnreadable(file);
        if (isZip()) {
            throw new UnusableFileException(Problem.ofFile(
                    file,
                    "is a spreadsheet or a zip archive",
                    "save the sheet as \"CSV UTF-8\", or unpack the archive"));
        }
    }

    /**
     * The encoding according to the byte order mark. Without one, a zero byte next to the first ASCII character shows
     * UTF-16. Null if there is neither.
     */
    @Nullable
    public TextEncoding encoding() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return TextEncoding.UTF_8;
        }
        if (startsWith(0xFF, 0xFE) || (bytes.length > 1 && bytes[0] != 0 && bytes[1] == 0)) {
            return TextEncoding.UTF_16LE;
        }
        boolean isBigEndian = startsWith(0xFE, 0xFF) || (bytes.length > 1 && bytes[0] == 0 && bytes[1] != 0);
        return isBigEndian ? TextEncoding.UTF_16BE : null;
    }

    /** Whether the first non-blank character starts a JSON object. */
    public boolean looksLikeJson() {
        TextEncoding encoding = encoding();
        String text = new RawText(bytes, encoding == null ? TextEncoding.UTF_8 : encoding).toString();
        return text.strip().startsWith("{");
    }

    private boolean startsWith(int... expected) {
        byte[] head = new byte[expected.length];
        for (int i = 0; i < expected.length; i++) {
            head[i] = (byte) expected[i];
        }
        return bytes.length >= head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }
}
