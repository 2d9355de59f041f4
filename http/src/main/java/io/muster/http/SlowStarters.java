package io.muster.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.AbstractMetaDataConnection;
import org.eclipse.jetty.util.thread.Scheduler;

/** Closes connections that do not complete the header of their first request in time (slowloris). */
final class SlowStarters implements Connection.Listener {

    private static final Duration FIRST_REQUEST_WITHIN = Duration.ofSeconds(20);

    private final Scheduler scheduler;

    SlowStarters(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof AbstractMetaDataConnection http) {
            scheduler.schedule(
                    () -> closeIfWithoutRequest(http), FIRST_REQUEST_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void closeIfWithoutRequest(AbstractMetaDataConnection connection) {
        if (connection.getMessagesIn() == 0) {
            connection.close();
        }
    }
}
