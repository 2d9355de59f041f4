package io.muster.cli.send;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Where a command publishes to: a topic, or nowhere with {@code --dry-run}.
 *
 * @param <T> what is published
 */
public interface RecordSink<T> extends AutoCloseable {

    /** @return completed when the broker acknowledged it */
    CompletionStage<Void> send(T item);

    /** Waits until everything sent is acknowledged or has failed. */
    @Override
    void close();

    /**
     * A publisher as a destination.
     *
     * @param send publishes one item
     * @param close flushes and closes the publisher
     */
    static <T> RecordSink<T> of(Function<? super T, ? extends CompletionStage<Void>> send, Runnable close) {
        return new RecordSink<>() {
            @Override
            public CompletionStage<Void> send(T item) {
                return send.apply(item);
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    /** Discards everything and acknowledges it at once. */
    static <T> RecordSink<T> none() {
        return of(item -> CompletableFuture.completedStage(null), () -> {});
    }
}
