package io.muster.cli.rejections;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.muster.cli.send.RecordSink;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.cli.terminal.ProgressLine;
import io.muster.cli.terminal.Unreachable;
import io.muster.client.PublisherSettings;
import io.muster.client.RecordPublisher;
import io.muster.contract.Connection;
import io.muster.contract.serde.RegistryOutageException;
import io.muster.contract.topic.RejectionHeaders;
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

/** Reads the rejections topic and sends acceptable records back to where they came from. */
final class ReplayRun {

    private final Connection connection;
    private final Duration timeout;
    private final NumericRefs numericRefs;
    private final boolean dryRun;

    /**
     * @param timeout how long to wait for the broker and the registry
     * @param numericRefs as configured for the application
     */
    ReplayRun(Connection connection, Duration timeout, NumericRefs numericRefs, boolean dryRun) {
        this.connection = connection;
        this.timeout = timeout;
        this.numericRefs = numericRefs;
        this.dryRun = dryRun;
    }

    /**
     * @param err receives the progress line
     * @throws CommandFailedException if the broker or the registry does not answer, or a topic is missing
     * @throws io.muster.client.PublishException if the broker does not answer
     * @throws IllegalArgumentException if a Kafka setting breaks the publisher's guarantees
     */
    ReplayReport run(RejectionFilter filter, PrintWriter err) {
        requireRegistry();
        try (RejectionsReader reader = new RejectionsReader(connection, timeout);
                Deserializer<?> statements = connection.serdes().deserializer(Topics.ENROLLMENTS)) {
            int partitions = reader.partitions(Topics.ENROLLMENTS).size();
            RecordSink<RejectedRecord> destination = destination();
            RejectionReplayer replayer = new RejectionReplayer(
                    filter,
                    new AcceptanceCheck(statements, numericRefs, InstantSource.system(), partitions),
                    destination);
            String stopped = ProgressLine.showing(
                    err,
                    () -> String.format(Locale.ROOT, "%,d read, %s", reader.read(), replayer.progress()),
                    () -> takeAll(reader, replayer, destination));
            return replayer.report(dryRun, reader.foreign(), stopped);
        }
    }

    /** Fails early: with a wrong registry address every record would look undecodable. */
    private void requireRegistry() {
        try (SchemaRegistryClient registry = connection.registry(timeout)) {
            registry.getAllSubjects();
        } catch (IOException | RestClientException e) {
            throw Unreachable.registry(connection, e);
        }
    }

    private RecordSink<RejectedRecord> destination() {
        return dryRun
                ? RecordSink.none()
                : originalPartitions(
                        new RecordPublisher(new PublisherSettings(connection, timeout), Topics.ENROLLMENTS));
    }

    /** Statements about one participant must stay on one partition, however the sender chose it. */
    private static RecordSink<RejectedRecord> originalPartitions(RecordPublisher publisher) {
        return RecordSink.of(
                record -> publisher.send(
                        record.refusal().partition(),
                        record.received().key(),
                        record.received().value(),
                        RejectionHeaders.received(record.received().headers())),
                publisher::close);
    }

    /** @return why it stopped early, or null */
    private @Nullable String takeAll(
            RejectionsReader reader, RejectionReplayer replayer, RecordSink<RejectedRecord> destination) {
        try (destination) {
            List<RejectedRecord> batch = reader.next();
            while (!batch.isEmpty() && !replayer.hasFailed()) {
                batch.forEach(replayer::take);
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
