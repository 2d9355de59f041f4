package io.muster.cli.board;

import io.muster.board.BoardReader;
import io.muster.board.ViewException;
import io.muster.cli.progress.Progress;
import io.muster.contract.connection.Connection;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Function;

/**
 * Reads once what is published, for a command that prints and ends.
 *
 * @param atMost how long it may take
 * @param err where progress is shown
 */
public record BoardReading(Connection from, Duration atMost, PrintWriter err) {

    /** @throws io.muster.cli.failure.CommandFailedException if it cannot be read */
    public <B> B read(Function<BoardReader, B> what) {
        BoardReader reader = new BoardReader(from.clientSettings(), from.serdes(), atMost);
        try {
            return Progress.showing(
                    err,
                    () -> "Reading what is published at " + from.bootstrapServers() + " ...",
                    () -> what.apply(reader));
        } catch (ViewException e) {
            throw BoardFailures.explain(from, e);
        }
    }
}
