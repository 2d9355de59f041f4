package io.muster.intake.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes read from a stream. Other threads may ask for the position. */
public final class PositionedStream extends FilterInputStream {

    private volatile long position;

    public PositionedStream(InputStream in) {
        super(in);
    }

    /** Number of bytes read so far. */
    public long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        advance(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        advance(Math.max(count, 0));
        return count;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only one thread reads the stream
    private void advance(int count) {
        position += count;
    }
}
