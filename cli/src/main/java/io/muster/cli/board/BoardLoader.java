package io.muster.cli.board;

import io.muster.board.BoardReader;
import io.muster.board.ViewException;
import io.muster.cli.terminal.ProgressLine;
import io.muster.contract.Connection;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Function;

/**
 * Loads the published rows once, for a command that prints them and exits.
 *
 * @param atMost time limit
 * @param err receives the progress line
 */
public record BoardLoader(Connection from, Duration atMost, PrintWriter err) {

    /** @throws io.muster.cli.terminal.CommandFailedException if the topics cannot be read */
    public <B> B load(Function<BoardReader, B> what) {
        BoardReader reader = new BoardReader(from, atMost);
        try {
            return ProgressLine.showing(
                    err,
                    () -> "Reading the published rows at " + from.bootstrapServers() + " ...",
                    () -> what.apply(reader));
        } catch (ViewException e) {
            throw BoardFailures.explain(from, e);
        }
    }
}
