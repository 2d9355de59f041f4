package io.muster.cli.board;

import io.muster.board.BoardView;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Prints the total as a new line when it changed, at most every two seconds. */
final class PlainUpdates {

    private static final int SECONDS_BETWEEN = 2;

    private final CampaignTable table;
    private final PrintWriter out;
    private final Semaphore changed = new Semaphore(0);

    PlainUpdates(BoardView view, CampaignTable table, PrintWriter out) {
        this.table = table;
        this.out = out;
        view.addListener((board, changes) -> changed.release());
    }

    /** Runs until the process ends or standard output is closed. */
    void run() throws InterruptedException {
        Optional<String> printed = table.summary();
        while (!System.out.checkError()) {
            if (changed.tryAcquire(SECONDS_BETWEEN, TimeUnit.SECONDS)) {
                changed.drainPermits();
            }
            Optional<String> now = table.summary();
            if (!now.equals(printed)) {
                now.ifPresent(out::println);
                printed = now;
                TimeUnit.SECONDS.sleep(SECONDS_BETWEEN);
            }
        }
    }
}
