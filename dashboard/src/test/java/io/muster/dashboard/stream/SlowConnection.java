package io.muster.dashboard.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A connection that accepts data only when the test allows it. */
final class SlowConnection extends ServletOutputStream {

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private @Nullable WriteListener listener;
    private boolean takes = true;
    private boolean broken;
    private volatile boolean completed;

    AsyncContext context() {
        ServletResponse response = (ServletResponse) Proxy.newProxyInstance(
                SlowConnection.class.getClassLoader(),
                new Class<?>[] {ServletResponse.class},
                (proxy, method, given) -> {
                    return method.getName().equals("getOutputStream") ? this : null;
                });
        return (AsyncContext) Proxy.newProxyInstance(
                SlowConnection.class.getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, given) -> {
                    if (method.getName().equals("complete")) {
                        completed = true;
                    }
                    return method.getName().equals("getResponse") ? response : null;
                });
    }

    /** Stops accepting data. */
    synchronized void stop() {
        takes = false;
    }

    /** Accepts pending and further data. */
    void goOn() throws IOException {
        synchronized (this) {
            takes = true;
        }
        if (listener != null) {
            listener.onWritePossible();
        }
    }

    /** From now on, {@link #isReady} throws, as it does after the server has discarded the request. */
    synchronized void breakDown() {
        broken = true;
    }

    /** The data accepted so far. */
    synchronized String taken() {
        return taken.toString(StandardCharsets.UTF_8);
    }

    boolean isCompleted() {
        return completed;
    }

    @Override
    public synchronized boolean isReady() {
        if (broken) {
            throw new IllegalStateException("the request is over");
        }
        return takes;
    }

    @Override
    public void setWriteListener(WriteListener all) {
        listener = all;
    }

    @Override
    public synchronized void write(int b) {
        taken.write(b);
    }
}
