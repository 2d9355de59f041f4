package io.muster.gateway.body;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of requests may be held at the same time. Nobody waits for room: who finds none is told to come back. */
public final class Budget {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    public Budget(long most) {
        this.most = most;
    }

    /** How many are held. */
    public long held() {
        return held.get();
    }

    /** A claim on some of them, of none to begin with. */
    public Claim claim() {
        return new Claim();
    }

    /** What one request holds. For one thread at a time. */
    public final class Claim implements AutoCloseable {

        private final AtomicLong mine = new AtomicLong();

        /** Claims more; false, and nothing is claimed, if there is no room. */
        boolean grow(long bytes) {
            if (held.addAndGet(bytes) > most) {
                held.addAndGet(-bytes);
                return false;
            }
            mine.addAndGet(bytes);
            return true;
        }

        /** Gives everything back; may be called again. */
        @Override
        public void close() {
            held.addAndGet(-mine.getAndSet(0));
        }
    }
}
