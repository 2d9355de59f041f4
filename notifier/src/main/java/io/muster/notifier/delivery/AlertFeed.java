package io.muster.notifier.delivery;

import io.muster.notifier.Alerts;
import java.time.Duration;
import java.util.Map;

/** The alerts as they stand, for all who deliver. */
final class AlertFeed {

    /** The alerts, and how often there was something new in them. */
    record Snapshot(long number, Alerts alerts) {}

    private Snapshot page = new Snapshot(0, new Alerts(Map.of(), Map.of(), Map.of()));
    private boolean current;

    /** Opens the book, and wakes those up who wait, if there may be something to tell. */
    synchronized void show(Alerts alerts) {
        boolean news = !alerts.haveTheStatesOf(page.alerts());
        page = new Snapshot(page.number() + (news ? 1 : 0), alerts);
        if (news) {
            notifyAll();
        }
        reopen();
    }

    /** Opens the book where it was closed. */
    synchronized void reopen() {
        if (!current) {
            current = true;
            notifyAll();
        }
    }

    /** Nobody is to be told anything while it is not known how alerts stand. */
    synchronized void close() {
        current = false;
    }

    /** Waits while the book is closed. */
    synchronized Snapshot read() throws InterruptedException {
        while (!current) {
            wait();
        }
        return page;
    }

    /** Waits until there may be more to tell than on that page. */
    synchronized void awaitNews(Snapshot after, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis();
                page.number() == after.number() && left > 0;
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
