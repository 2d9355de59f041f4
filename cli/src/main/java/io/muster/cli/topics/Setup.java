package io.muster.cli.topics;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.cli.terminal.Unreachable;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Prepares a broker and a registry for Muster. Idempotent; never changes what exists. */
public final class Setup {

    private final Connection connection;
    private final Duration timeout;

    /**
     * @param timeout how long to wait for the broker and the registry
     */
    public Setup(Connection connection, Duration timeout) {
        this.connection = connection;
        this.timeout = timeout;
    }

    /**
     * Creates what is missing and reports what differs.
     *
     * @throws CommandFailedException if the broker or the registry does not answer or refuses
     */
    public SetupReport run(Collection<Topic<?>> topics, TopicLayout layout) {
        return new SetupReport(onBroker(topics, layout), inRegistry(topics));
    }

    private List<SetupResult> onBroker(Collection<Topic<?>> topics, TopicLayout layout) {
        Map<String, Object> settings = connection.clientSettings();
        String limit = Long.toString(timeout.toMillis());
        settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, limit);
        settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, limit);
        try (Admin admin = Admin.create(settings)) {
            return new TopicSetup(admin, layout).ensure(topics);
        } catch (ExecutionException | KafkaException e) {
            throw Unreachable.broker(connection, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("interrupted while topics were created; run it again", e);
        }
    }

    private List<SetupResult> inRegistry(Collection<Topic<?>> topics) {
        try (SchemaRegistryClient registry = connection.registry(timeout)) {
            return new SubjectSetup(registry).ensure(topics);
        } catch (IOException | RestClientException e) {
            throw Unreachable.registry(connection, e);
        }
    }
}
