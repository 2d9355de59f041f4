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
 * Takes its time to close the connection of somebody who is answered while still sending: what is sent to a closed connection is
 * answered with a reset, which may take the answer with it (RFC 9112, section 9.6). What comes after the answer is dropped.
 */
final class LingeringClose extends Handler.Wrapper {

    /** Who has sent nothing for so long has stopped. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** More than anybody sends by mistake, and soon dropped. */
    private static final long MOST_BYTES = 64L << 20;

    private static final int PIECE_BYTES = 16 * 1024;

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
                    new Rest(connection, getCallback()).drop();
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

    /** What somebody still sends. */
    private static final class Rest implements Callback {

        private final EndPoint connection;
        private final Callback answered;
        private final long since = NanoTime.now();
        private long bytes;

        Rest(EndPoint connection, Callback answered) {
            this.connection = connection;
            this.answered = answered;
            connection.setIdleTimeout(SILENCE.toMillis());
        }

        void drop() {
            ByteBuffer piece = BufferUtil.allocate(PIECE_BYTES);
            try {
                while (bytes < MOST_BYTES && NanoTime.secondsSince(since) < LONGEST.toSeconds()) {
                    BufferUtil.clear(piece);
                    int count = connection.fill(piece);
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
                // the connection is gone; there is nothing to wait for
            }
            answered.succeeded();
        }

        /** There is more. */
        @Override
        public void succeeded() {
            drop();
        }

        /** There is nothing more. */
        @Override
        public void failed(Throwable end) {
            answered.succeeded();
        }
    }
}
