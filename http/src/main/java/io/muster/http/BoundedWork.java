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
 * Limits how many server threads handle requests, because a thread blocks while a slow client reads a long response.
 * The remaining threads stay free for health probes, which bypass the limit. Further requests queue without holding a
 * thread.
 */
final class BoundedWork extends Handler.Wrapper implements Executor {

    private final Executor threads;
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    /** @param most the number of threads that may work at the same time */
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

    /** Runs a task in a server thread, now or as soon as the limit allows. */
    @Override
    public void execute(Runnable task) {
        if (begin(task)) {
            threads.execute(() -> run(task));
        }
    }

    /** Reserves a thread for the task, or queues the task and returns false. */
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

    /** The queued task that takes over the thread of the finished one; null if the queue is empty. */
    private synchronized @Nullable Runnable end() {
        Runnable next = waiting.poll();
        if (next == null) {
            running--;
        }
        return next;
    }
}
