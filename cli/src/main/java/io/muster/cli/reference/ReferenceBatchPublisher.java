package io.muster.cli.reference;

import io.muster.cli.terminal.CommandFailedException;
import io.muster.client.PublishException;
import io.muster.client.PublisherSettings;
import io.muster.client.ReferenceBatch;
import io.muster.client.ReferencePublisher;
import io.muster.contract.Connection;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Publishes a batch of reference records for a command, all or nothing.
 *
 * @param ackTimeout how long to wait for acknowledgements
 */
public record ReferenceBatchPublisher(CommandSpec command, Connection connection, Duration ackTimeout) {

    /**
     * @throws CommandFailedException if nothing was published or the outcome is unknown
     * @throws ParameterException if a setting is invalid
     */
    public void publish(ReferenceBatch batch) {
        try {
            new ReferencePublisher(new PublisherSettings(connection, ackTimeout)).publish(batch);
        } catch (PublishException e) {
            throw new CommandFailedException((e.isUnclear() ? "" : "nothing was published: ") + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
