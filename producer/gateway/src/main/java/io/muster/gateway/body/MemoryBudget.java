package io.muster.gateway.body;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the bytes of request bodies that are held at the same time. A request that exceeds it is refused at once and
 * told to retry.
 */
public final class MemoryBudget {

    private final long limit;
    private final AtomicLong held = new AtomicLong();

    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Bytes held at the moment. */
    public long held() {
        return held.get();
    }

    /** A new, empty reservation. */
    public Reservation reservation() {
        return new Reservation();
    }

    /** The memory held for one request. For use by one thread at a time. */
    public final class Reservation implements AutoCloseable {

        private final AtomicLong mine = new AtomicLong();

        /** Reserves more bytes. Returns false, and reserves nothing, if there is no room. */
        boolean grow(long bytes) {
            if (held.addAndGet(bytes) > limit) {
                held.addAndGet(-bytes);
                return false;
            }
            mine.addAndGet(bytes);
            return true;
        }

        /** Releases all bytes. Idempotent. */
        @Override
        public void close() {
            held.addAndGet(-mine.getAndSet(0));
        }
    }
}
