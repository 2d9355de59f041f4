package io.muster.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Delays closing a connection whose client is still sending when the response is complete, and discards what it sends.
 * Closing at once would trigger a TCP reset, which can destroy the response before the client reads it (RFC 9112,
 * section 9.6).
 */
final class LingeringClose extends Handler.Wrapper {

    /** A client that sends nothing for this long has stopped sending. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Above any size sent by mistake, and quick to discard. */
    private static final long MOST_BYTES = 64L << 20;

    private static final int BUFFER_BYTES = 16 * 1024;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                EndPoint connection =
                        request.getConnectionMetaData().getConnection().getEndPoint();
                if (connection.isFillInterested() || isAllRead(request)) {
                    super.succeeded();
                } else {
                    new Remainder(connection, getCallback()).discard();
                }
            }
        });
    }

    private static boolean isAllRead(Request request) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
            return false;
        }
        chunk.release();
        return chunk.isLast() && !Content.Chunk.isFailure(chunk);
    }

    /** Discards the unread rest of a request, then completes the response. */
    private static final class Remainder implements Callback {

        private final EndPoint connection;
        private final Callback answered;
        private final long since = NanoTime.now();
        private long bytes;

        Remainder(EndPoint connection, Callback answered) {
            this.connection = connection;
            this.answered = answered;
            connection.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        }

        void discard() {
            ByteBuffer buffer = BufferUtil.allocate(BUFFER_BYTES);
            try {
                while (bytes < MOST_BYTES && NanoTime.secondsSince(since) < LONGEST.toSeconds()) {
                    BufferUtil.clear(buffer);
                    int count = connection.fill(buffer);
                    if (count == 0) {
                        connection.fillInterested(this);
                        return;
                    }
                    if (count < 0) {
                        break;
                    }
                    bytes += count;
                }
            } catch (IOException e) {
                // the connection is closed; nothing is left to read
            }
            answered.succeeded();
        }

        /** More bytes are available. */
        @Override
        public void succeeded() {
            discard();
        }

        /** The client closed the connection, or the idle timeout expired. */
        @Override
        public void failed(Throwable end) {
            answered.succeeded();
        }
    }
}
