package io.muster.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Handles requests in a bounded number of the server's threads, so that some are left for probes: the writing of a long answer waits for
 * its reader. Requests beyond that number wait without a thread. Probes never wait.
 */
final class BoundedWork extends Handler.Wrapper implements Executor {

    private final Executor threads;
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    /** @param most how many threads work at the same time */
    BoundedWork(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (Probes.OPEN.contains(Request.getPathInContext(request))) {
            return super.handle(request, response, callback);
        }
        Runnable task = () -> handleLater(request, response, callback);
        if (begin(task)) {
            run(task);
        }
        return true;
    }

    private void handleLater(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        }
    }

    /** Runs a task in one of the threads, as soon as one may work. */
    @Override
    public void execute(Runnable task) {
        if (begin(task)) {
            threads.execute(() -> run(task));
        }
    }

    /** Whether it may run now; otherwise it is run later. */
    private synchronized boolean begin(Runnable task) {
        if (running < most) {
            running++;
            return true;
        }
        waiting.add(task);
        return false;
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            Runnable next = end();
            if (next != null) {
                threads.execute(() -> run(next));
            }
        }
    }

    /** The task that runs in place of the one that ended, if there is one. */
    private synchronized @Nullable Runnable end() {
        Runnable next = waiting.poll();
        if (next == null) {
            running--;
        }
        return next;
    }
}
