package io.muster.dashboard.stream;

import io.muster.board.ReadPosition;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. It buffers at most one event and remembers the state it was last sent. A slow client receives fewer
 * events with more changes each: events never pile up, and no change is lost.
 */
final class OpenStream implements WriteListener {

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Subscription subscription;
    private final Consumer<OpenStream> ended;
    private ReadPosition known;
    private long knownDetail = DetailTracker.NONE;
    private long knownStatus = StatusTracker.NONE;
    private @Nullable Event event;
    private boolean unflushed;
    private boolean over;
    private long wroteAt;

    /**
     * @param first first event
     * @param known position up to which the client knows all changes
     * @param ended called once when the stream ends
     */
    OpenStream(
            AsyncContext context,
            Subscription subscription,
            Event first,
            ReadPosition known,
            Consumer<OpenStream> ended,
            long now)
            throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.subscription = subscription;
        this.event = first;
        this.known = known;
        this.ended = ended;
        this.wroteAt = now;
    }

    /** Starts writing. */
    synchronized void begin() {
        out.setWriteListener(this);
    }

    /**
     * Sends the changes that the client has not received yet.
     *
     * @return false if the stream is still busy with an earlier event
     */
    synchronized boolean send(BoardUpdate update, StatusTracker.Versioned status, long now) {
        if (isBusy()) {
            return over;
        }
        BoardUpdate.Delta answer = update.news(subscription, known, knownDetail);
        Event news = answer.event();
        Event next = status.version() == knownStatus
                ? news
                : news == null ? status.event().get() : news.and(status.event().get());
        known = update.position();
        knownDetail = answer.detail();
        knownStatus = status.version();
        if (next != null) {
            write(next, now);
        }
        return true;
    }

    /** Sends a heartbeat if nothing else was sent for some time. */
    synchronized void heartbeat(long now, long afterNanos) {
        if (!isBusy() && now - wroteAt >= afterNanos) {
            write(Event.HEARTBEAT, now);
        }
    }

    private boolean isBusy() {
        return over || event != null || unflushed;
    }

    private void write(Event next, long now) {
        event = next;
        wroteAt = now;
        try {
            pump();
        } catch (IOException | RuntimeException e) {
            end(); // the client reconnects with the id of its last event
        }
    }

    /** Writes as much as the connection accepts; the server calls again once it accepts more. */
    private void pump() throws IOException {
        while (!over && (event != null || unflushed) && out.isReady()) {
            if (event != null) {
                Event next = event;
                event = null;
                unflushed = true;
                next.writeTo(out);
            } else {
                unflushed = false;
                out.flush();
            }
        }
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        pump();
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    /** Ends the stream; drops events that are not written yet. */
    void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        ended.accept(this);
        context.complete();
    }
}
