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
 * The background threads of one service. Probes ask it how they are, and the service ends where one has died: see {@link #awaitDeath}.
 */
public final class Loops {

    private static final Logger LOG = LoggerFactory.getLogger(Loops.class);

    /** What the virtual machine takes by itself. */
    private static final long USUAL_STACK = 0;

    private final Set<Loop> running = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Trouble> death = new CompletableFuture<>();

    /**
     * What is the matter with a thread.
     *
     * @param thread its name
     */
    public record Trouble(String thread, Throwable cause) {

        /** Where the thread has died. */
        public String ofDeath() {
            return "the thread " + thread + " died: " + cause;
        }

        /** Where the thread goes on. */
        public String ofFailure() {
            return "the thread " + thread + " fails, and tries again: " + cause;
        }
    }

    /** Starts to do something again and again. */
    public Loop start(String name, Loop.Step step) {
        return start(name, step, () -> {});
    }

    /** @param atEnd is done last, in the same thread, however the loop ends */
    public Loop start(String name, Loop.Step step, Runnable atEnd) {
        return start(name, USUAL_STACK, step, atEnd);
    }

    /** @param stackBytes what the thread needs for its stack; 0 for the usual */
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
     * Makes threads that do tasks, each of which has somebody who waits for it: a task that fails is logged and forgotten, and an
     * {@link Error} is a death. For tasks that are handed over by {@code execute}.
     */
    public ExecutorService pool(String name, int threads) {
        return new WatchedPool(name, threads, this::died);
    }

    private void died(String thread, Throwable cause) {
        LOG.error("The thread {} died", thread, cause);
        death.complete(new Trouble(thread, cause));
    }

    /** The first thread that died; empty while none has. */
    public Optional<Trouble> death() {
        return Optional.ofNullable(death.getNow(null));
    }

    /** A thread whose last step failed; empty while all go on. */
    public Optional<Trouble> failing() {
        return running.stream()
                .flatMap(loop -> loop.failure().map(cause -> new Trouble(loop.name(), cause)).stream())
                .min(Comparator.comparing(Trouble::thread));
    }

    /** How many threads have failed their last step. */
    public long failures() {
        return running.stream().filter(loop -> loop.failure().isPresent()).count();
    }

    /** Is run as soon as a thread has died. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    public void onDeath(Runnable then) {
        death.thenRun(then);
    }

    /** Waits until a thread has died, for ever where none does. */
    public Trouble awaitDeath() throws InterruptedException {
        try {
            return death.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
