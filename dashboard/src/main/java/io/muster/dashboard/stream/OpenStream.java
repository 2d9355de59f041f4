package io.muster.dashboard.stream;

import io.muster.board.Position;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. It holds one event at a time, and knows what it was told last: who reads slowly is told less often, and then all that
 * changed since, so that nothing piles up for anybody and nothing is left out.
 */
final class OpenStream implements WriteListener {

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Subscription subscription;
    private final Consumer<OpenStream> ended;
    private Position known;
    private long knownDetail = Details.NOTHING;
    private long knownStatus = Statuses.NOTHING;
    private @Nullable Event event;
    private boolean unflushed;
    private boolean over;
    private long wroteAt;

    /**
     * @param first what it begins with
     * @param known up to where all is known already
     * @param ended is told once, when the stream is over
     */
    OpenStream(
            AsyncContext context,
            Subscription subscription,
            Event first,
            Position known,
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

    /** Begins to write. */
    synchronized void begin() {
        out.setWriteListener(this);
    }

    /**
     * Tells what it was not told yet.
     *
     * @return false where it cannot, since the last event is still on its way
     */
    synchronized boolean tell(Round round, Statuses.Numbered status, long now) {
        if (isBusy()) {
            return over;
        }
        Round.Answer answer = round.news(subscription, known, knownDetail);
        Event news = answer.event();
        Event next = status.number() == knownStatus
                ? news
                : news == null ? status.event().get() : news.and(status.event().get());
        known = round.position();
        knownDetail = answer.detail();
        knownStatus = status.number();
        if (next != null) {
            write(next, now);
        }
        return true;
    }

    /** Shows that the stream is alive where nothing else does. */
    synchronized void beat(long now, long afterNanos) {
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
            end(); // whoever it was for comes back with the id of the last event it has
        }
    }

    /** Hands over as much as the connection takes at the moment; the server calls again when it takes more. */
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

    /** Ends the stream, whatever is still on its way. */
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
