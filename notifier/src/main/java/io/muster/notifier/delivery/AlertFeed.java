package io.muster.notifier.delivery;

import io.muster.notifier.Alerts;
import java.time.Duration;
import java.util.Map;

/**
 * Passes the current alerts from the notifier thread to the delivery workers. Suspended while the alerts may be stale.
 */
final class AlertFeed {

    /** @param version increases with every change that may need a notification */
    record Snapshot(long version, Alerts alerts) {}

    private Snapshot snapshot = new Snapshot(0, new Alerts(Map.of(), Map.of(), Map.of()));
    private boolean suspended = true;

    /** Replaces the alerts and resumes. Wakes waiting workers if there may be something to send. */
    synchronized void publish(Alerts alerts) {
        boolean changed = !alerts.hasSameStates(snapshot.alerts());
        snapshot = new Snapshot(snapshot.version() + (changed ? 1 : 0), alerts);
        if (changed) {
            notifyAll();
        }
        resume();
    }

    synchronized void resume() {
        if (suspended) {
            suspended = false;
            notifyAll();
        }
    }

    /** Blocks readers until the alerts are current again. */
    synchronized void suspend() {
        suspended = true;
    }

    /** The current alerts. Blocks while the feed is suspended. */
    synchronized Snapshot current() throws InterruptedException {
        while (suspended) {
            wait();
        }
        return snapshot;
    }

    /** Waits until there is a version after {@code seen}, or the timeout has passed. */
    synchronized void awaitChange(Snapshot seen, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toMillis();
                snapshot.version() == seen.version() && left > 0;
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
