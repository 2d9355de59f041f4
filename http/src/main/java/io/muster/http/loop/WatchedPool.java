package io.muster.http.loop;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fixed thread pool that logs the exceptions of its tasks and reports errors as deaths. */
final class WatchedPool extends ThreadPoolExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedPool.class);

    private final String name;
    private final BiConsumer<String, Throwable> died;

    WatchedPool(String name, int threads, BiConsumer<String, Throwable> died) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        this.name = name;
        this.died = died;
        AtomicInteger number = new AtomicInteger();
        setThreadFactory(task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            // afterExecute has already reported the exception
            thread.setUncaughtExceptionHandler((one, seen) -> LOG.debug("{} ended", one.getName(), seen));
            return thread;
        });
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable failure) {
        super.afterExecute(task, failure);
        if (failure instanceof Exception) {
            LOG.error("A task of {} failed", name, failure);
        } else if (failure != null) {
            died.accept(Thread.currentThread().getName(), failure);
        }
    }
}
