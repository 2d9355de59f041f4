package io.muster.cli.board;

import io.muster.board.ViewException;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.cli.terminal.Unreachable;
import io.muster.contract.Connection;
import io.muster.domain.CampaignId;

/** Turns failures to read the board into messages for the user. */
final class BoardFailures {

    private BoardFailures() {}

    static CommandFailedException explain(Connection connection, ViewException failure) {
        return switch (failure.problem()) {
            case BROKER -> Unreachable.broker(connection, failure);
            case REGISTRY -> Unreachable.registry(connection, failure);
            case TIME ->
                new CommandFailedException(
                        failure.description() + " from the broker at " + connection.bootstrapServers()
                                + "; is it running? Allow more time with --timeout",
                        failure);
            case MISSING_TOPICS, CLOSED, UNEXPECTED -> new CommandFailedException(failure.description(), failure);
        };
    }

    static CommandFailedException notCounted(CampaignId campaignId) {
        return new CommandFailedException(campaignId + " has not been counted yet; is `muster streams` running?");
    }
}
