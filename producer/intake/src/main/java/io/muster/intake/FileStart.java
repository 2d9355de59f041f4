package io.muster.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The first bytes of a stream, which tell what it holds; the stream itself stays at its beginning. */
final class FileStart {

    private static final int LENGTH = 512;

    private final byte[] bytes;

    private FileStart(byte[] bytes) {
        this.bytes = bytes;
    }

    static FileStart of(BufferedInputStream in) throws IOException {
        in.mark(LENGTH);
        byte[] bytes = in.readNBytes(LENGTH);
        in.reset();
        return new FileStart(bytes);
    }

    /**
     * A stream that is looked at before it is read.
     *
     * @throws UnusableFileException if it is plainly no text in UTF-8
     */
    static BufferedInputStream checked(String file, InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        FileStart start = of(buffered);
        if (start.startsWith(0xFF, 0xFE) || start.startsWith(0xFE, 0xFF)) {
            throw new UnusableFileException(
                    Problem.ofFile(file, "is in UTF-16", "save it as UTF-8, in Excel as \"CSV UTF-8\""));
        }
        if (start.startsWith('P', 'K', 3, 4)) {
            throw new UnusableFileException(Problem.ofFile(
                    file,
                    "is a spreadsheet or a zip archive",
                    "save the sheet as \"CSV UTF-8\", or unpack the archive"));
        }
        return buffered;
    }

    /** Whether the first character that is not blank begins a JSON object. */
    boolean looksLikeJson() {
        String text = new RawText(bytes).toString().strip();
        return text.startsWith("{");
    }

    private boolean startsWith(int... expected) {
        byte[] head = new byte[expected.length];
        for (int i = 0; i < expected.length; i++) {
            head[i] = (byte) expected[i];
        }
        return bytes.length >= head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }
}
