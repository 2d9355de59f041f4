package io.muster.cli.rejections;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.muster.cli.failure.CommandFailedException;
import io.muster.cli.failure.Unreachable;
import io.muster.cli.progress.Progress;
import io.muster.client.PublisherSettings;
import io.muster.client.RecordPublisher;
import io.muster.contract.connection.Connection;
import io.muster.contract.serde.RegistryOutageException;
import io.muster.contract.topic.Topics;
import io.muster.domain.participant.NumericRefs;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Takes rejections from their topic to where they came from. */
final class Replay {

    private final Connection connection;
    private final Duration patience;
    private final NumericRefs numericRefs;
    private final boolean dryRun;

    /**
     * @param patience how long to wait for broker and registry
     * @param numericRefs as the application has it
     */
    Replay(Connection connection, Duration patience, NumericRefs numericRefs, boolean dryRun) {
        this.connection = connection;
        this.patience = patience;
        this.numericRefs = numericRefs;
        this.dryRun = dryRun;
    }

    /**
     * @param err where progress is shown
     * @throws CommandFailedException if broker or registry do not answer, or the topics are missing
     * @throws io.muster.client.PublishException if the broker does not answer
     * @throws IllegalArgumentException if a Kafka setting takes away what the publisher promises
     */
    ReplayReport run(Choice choice, PrintWriter err) {
        requireRegistry();
        try (RejectionsReader reader = new RejectionsReader(connection, patience);
                Deserializer<?> statements = connection.serdes().deserializer(Topics.ENROLLMENTS)) {
            int partitions = reader.partitionsOf(Topics.ENROLLMENTS).size();
            Outlet outlet = outlet();
            Replaying replaying = new Replaying(
                    choice, new AcceptanceCheck(statements, numericRefs, InstantSource.system(), partitions), outlet);
            String stopped = Progress.showing(
                    err,
                    () -> String.format(Locale.ROOT, "%,d read, %s", reader.read(), replaying.progress()),
                    () -> takeAll(reader, replaying, outlet));
            return replaying.report(dryRun, reader.foreign(), stopped);
        }
    }

    /** A wrong address would make every record look undecodable. */
    private void requireRegistry() {
        try (SchemaRegistryClient registry = connection.registry(patience)) {
            registry.getAllSubjects();
        } catch (IOException | RestClientException e) {
            throw Unreachable.registry(connection, e);
        }
    }

    private Outlet outlet() {
        return dryRun
                ? Outlet.none()
                : Outlet.topic(new RecordPublisher(new PublisherSettings(connection, patience), Topics.ENROLLMENTS));
    }

    /** @return why it did not come to the end, or null */
    private @Nullable String takeAll(RejectionsReader reader, Replaying replaying, Outlet outlet) {
        try (outlet) {
            List<RejectedRecord> batch = reader.next();
            while (!batch.isEmpty() && !replaying.hasFailed()) {
                batch.forEach(replaying::take);
                batch = reader.next();
            }
            return null;
        } catch (CommandFailedException e) {
            return e.getMessage();
        } catch (RegistryOutageException e) {
            return Unreachable.registry(connection, e).getMessage();
        }
    }
}
