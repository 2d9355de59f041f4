package io.muster.cli.demo;

import io.muster.cli.board.CampaignTable;
import io.muster.cli.terminal.TerminalScreen;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows the progress of the demo: the live table on a terminal, otherwise a line every two seconds. */
final class DemoScreen {

    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);
    /** The progress line, a blank line and the footer. */
    private static final int LINES_AROUND = 3;

    private final PrintWriter err;
    private volatile @Nullable TerminalScreen terminal;

    DemoScreen(PrintWriter err) {
        this.err = err;
    }

    /** Prints a step of the start, before the table is shown. */
    void say(String step) {
        err.println(step);
    }

    /** Shows the table until the user quits or the demo is over. */
    void follow(CampaignTable table, Supplier<String> progress, BooleanSupplier over) throws InterruptedException {
        Optional<TerminalScreen> screen = TerminalScreen.open();
        if (screen.isPresent()) {
            terminal = screen.get();
            draw(screen.get(), table, progress, over);
            close();
        } else {
            print(table, progress, over);
        }
    }

    private static void draw(
            TerminalScreen screen, CampaignTable table, Supplier<String> progress, BooleanSupplier over) {
        do {
            screen.draw((width, height) -> {
                List<String> lines = new ArrayList<>();
                lines.add(progress.get());
                lines.addAll(table.lines(width, height - LINES_AROUND));
                lines.add("");
                lines.add(table.footer(width));
                return lines;
            });
        } while (!over.getAsBoolean() && !screen.awaitEnd(BETWEEN_DRAWINGS));
    }

    private void print(CampaignTable table, Supplier<String> progress, BooleanSupplier over)
            throws InterruptedException {
        String printed = "";
        long printedAt = System.nanoTime();
        while (!over.getAsBoolean()) {
            String now = progress.get()
                    + table.summary().map(summary -> ": " + summary).orElse("");
            if (!now.equals(printed) && System.nanoTime() - printedAt >= BETWEEN_LINES.toNanos()) {
                err.println(now);
                printed = now;
                printedAt = System.nanoTime();
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN_DRAWINGS.toNanos());
        }
    }

    /** Restores the terminal. */
    void close() {
        TerminalScreen screen = terminal;
        terminal = null;
        if (screen != null) {
            screen.close();
        }
    }
}
