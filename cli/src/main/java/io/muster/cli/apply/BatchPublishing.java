package io.muster.cli.apply;

import io.muster.cli.failure.CommandFailedException;
import io.muster.client.PublishException;
import io.muster.client.PublisherSettings;
import io.muster.client.ReferenceBatch;
import io.muster.client.ReferencePublisher;
import io.muster.contract.connection.Connection;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Publishes reference records for a command, all or none.
 *
 * @param patience how long to wait for an acknowledgement
 */
public record BatchPublishing(CommandSpec command, Connection connection, Duration patience) {

    /**
     * @throws CommandFailedException if nothing was published, or that is not known
     * @throws ParameterException if a setting cannot be used
     */
    public void publish(ReferenceBatch batch) {
        try {
            new ReferencePublisher(new PublisherSettings(connection, patience)).publish(batch);
        } catch (PublishException e) {
            throw new CommandFailedException((e.isUnclear() ? "" : "nothing was published: ") + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
