package io.muster.cli.board;

import io.muster.cli.terminal.TerminalScreen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Redraws the table on the terminal five times a second until the user quits. */
record LiveTable(TerminalScreen screen, CampaignTable table) {

    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);

    /** A blank line and the footer. */
    private static final int LINES_BELOW = 2;

    void run() {
        do {
            screen.draw(this::lines);
        } while (!screen.awaitEnd(BETWEEN_DRAWINGS));
    }

    private List<String> lines(int width, int height) {
        List<String> lines = new ArrayList<>(table.lines(width, height - LINES_BELOW));
        lines.add("");
        lines.add(table.footer(width));
        return lines;
    }
}
