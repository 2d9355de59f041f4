package io.muster.gateway.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Receives a body asynchronously. No thread waits for it, so that thousands of bodies may arrive slowly at the same
 * time.
 */
public final class IncomingBody implements ReadListener {

    private static final int INITIAL_BYTES = 1024;
    private static final int CHUNK_BYTES = 8 * 1024;

    private final ServletInputStream in;
    private final BodyLimits limits;
    private final MemoryBudget.Reservation reservation;
    private final CompletableFuture<Body> whole = new CompletableFuture<>();
    private byte[] bytes = new byte[INITIAL_BYTES];
    private int length;

    private IncomingBody(ServletInputStream in, BodyLimits limits, MemoryBudget.Reservation reservation) {
        this.in = in;
        this.limits = limits;
        this.reservation = reservation;
    }

    /**
     * Receives a body within the limits.
     *
     * @param reservation grows with the body; closed by the caller
     * @return fails with a {@link RefusedException} if the body is too long, too slow or cut off, or if there is no
     *     memory for it
     */
    public static CompletableFuture<Body> receive(
            ServletInputStream in, BodyLimits limits, MemoryBudget.Reservation reservation) {
        IncomingBody body = new IncomingBody(in, limits, reservation);
        in.setReadListener(body);
        return body.whole
                .orTimeout(limits.within().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(body.refusal(failure)));
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        while (!whole.isDone() && in.isReady()) {
            int count = in.read(chunk);
            if (count < 0) {
                return;
            }
            append(chunk, count);
        }
    }

    private void append(byte[] chunk, int count) {
        if (length + count > limits.maxBytes()) {
            whole.completeExceptionally(tooLong(limits));
        } else if (!reservation.grow(count)) {
            whole.completeExceptionally(noRoom());
        } else {
            if (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + count, Math.min(2 * bytes.length, limits.maxBytes())));
            }
            System.arraycopy(chunk, 0, bytes, length, count);
            length += count;
        }
    }

    @Override
    public void onAllDataRead() {
        whole.complete(new Body(bytes, length));
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    private Throwable refusal(Throwable failure) {
        if (failure instanceof RefusedException) {
            return failure;
        }
        return failure instanceof java.util.concurrent.TimeoutException
                ? RefusedException.of(
                        408,
                        "the body did not arrive within " + limits.within().toSeconds() + " s; send less at a time",
                        "Connection",
                        "close")
                : RefusedException.of(400, "the body was cut off; send it again", "Connection", "close");
    }

    /** The response to a body that exceeds the limit. */
    public static RefusedException tooLong(BodyLimits limits) {
        return RefusedException.of(
                413,
                "the body has more than " + limits.maxBytes() + " bytes; send fewer statements at a time",
                "Connection",
                "close");
    }

    static RefusedException noRoom() {
        return RefusedException.later(503, "the gateway is overloaded; send the same request again shortly", 1);
    }
}
