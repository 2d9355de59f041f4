package io.muster.http.loop;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background threads of one service. Health probes report their failures, and the service exits when one dies: see
 * {@link #awaitDeath}.
 */
public final class Loops {

    private static final Logger LOG = LoggerFactory.getLogger(Loops.class);

    /** Selects the JVM's default stack size. */
    private static final long DEFAULT_STACK = 0;

    private final Set<Loop> running = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Trouble> death = new CompletableFuture<>();

    /**
     * A dead or failing thread.
     *
     * @param thread the thread's name
     */
    public record Trouble(String thread, Throwable cause) {

        /** The message for a thread that died. */
        public String ofDeath() {
            return "the thread " + thread + " died: " + cause;
        }

        /** The message for a thread that failed and retries. */
        public String ofFailure() {
            return "the thread " + thread + " failed and will retry: " + cause;
        }
    }

    /** Starts a loop that repeats the step. */
    public Loop start(String name, Loop.Step step) {
        return start(name, step, () -> {});
    }

    /** @param atEnd runs last, in the same thread, however the loop ends */
    public Loop start(String name, Loop.Step step, Runnable atEnd) {
        return start(name, DEFAULT_STACK, step, atEnd);
    }

    /** @param stackBytes the stack size of the thread; 0 for the JVM's default */
    public Loop start(String name, long stackBytes, Loop.Step step, Runnable atEnd) {
        Loop loop = new Loop(name, stackBytes, step, atEnd, new Loop.Watcher() {
            @Override
            public void died(String thread, Throwable cause) {
                Loops.this.died(thread, cause);
            }

            @Override
            public void ended(Loop ended) {
                running.remove(ended);
            }
        });
        running.add(loop);
        loop.start();
        return loop;
    }

    /**
     * Creates a pool for tasks submitted by {@code execute}. An exception of a task is logged; an {@link Error} counts
     * as the death of a thread.
     */
    public ExecutorService pool(String name, int threads) {
        return new WatchedPool(name, threads, this::died);
    }

    private void died(String thread, Throwable cause) {
        LOG.error("The thread {} died", thread, cause);
        death.complete(new Trouble(thread, cause));
    }

    /** The first thread that died; empty if all are alive. */
    public Optional<Trouble> death() {
        return Optional.ofNullable(death.getNow(null));
    }

    /** A thread whose last step failed; empty if there is none. */
    public Optional<Trouble> failing() {
        return running.stream()
                .flatMap(loop -> loop.failure().map(cause -> new Trouble(loop.name(), cause)).stream())
                .min(Comparator.comparing(Trouble::thread));
    }

    /** The number of threads whose last step failed. */
    public long failures() {
        return running.stream().filter(loop -> loop.failure().isPresent()).count();
    }

    /** Registers an action that runs when the first thread dies. */
    @SuppressWarnings("FutureReturnValueIgnored") // the action reports for itself
    public void onDeath(Runnable then) {
        death.thenRun(then);
    }

    /** Waits, without a timeout, until a thread dies. */
    public Trouble awaitDeath() throws InterruptedException {
        try {
            return death.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
