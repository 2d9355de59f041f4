package io.muster.gateway.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A body while it arrives. No thread waits for it: thousands may arrive, each as slowly as its time allows. */
public final class IncomingBody implements ReadListener {

    private static final int FIRST_BYTES = 1024;
    private static final int PIECE_BYTES = 8 * 1024;

    private final ServletInputStream in;
    private final BodyLimits limits;
    private final Budget.Claim claim;
    private final CompletableFuture<Body> whole = new CompletableFuture<>();
    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;

    private IncomingBody(ServletInputStream in, BodyLimits limits, Budget.Claim claim) {
        this.in = in;
        this.limits = limits;
        this.claim = claim;
    }

    /**
     * Takes a body as it comes, within the limits.
     *
     * @param claim grows with the body; whoever gave it closes it
     * @return fails with a {@link RefusedException} if it is too long, too slow or cut off, or if there is no room for it
     */
    public static CompletableFuture<Body> receive(ServletInputStream in, BodyLimits limits, Budget.Claim claim) {
        IncomingBody body = new IncomingBody(in, limits, claim);
        in.setReadListener(body);
        return body.whole
                .orTimeout(limits.within().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(body.refusal(failure)));
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        while (!whole.isDone() && in.isReady()) {
            int count = in.read(piece);
            if (count < 0) {
                return;
            }
            append(piece, count);
        }
    }

    private void append(byte[] piece, int count) {
        if (length + count > limits.maxBytes()) {
            whole.completeExceptionally(tooLong(limits));
        } else if (!claim.grow(count)) {
            whole.completeExceptionally(noRoom());
        } else {
            if (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + count, Math.min(2 * bytes.length, limits.maxBytes())));
            }
            System.arraycopy(piece, 0, bytes, length, count);
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

    /** What a body is answered that is longer than it may be. */
    public static RefusedException tooLong(BodyLimits limits) {
        return RefusedException.of(
                413,
                "the body has more than " + limits.maxBytes() + " bytes; send fewer statements at a time",
                "Connection",
                "close");
    }

    static RefusedException noRoom() {
        return RefusedException.later(503, "too much is under way; send the same again a little later", 1);
    }
}
