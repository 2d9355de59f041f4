package io.muster.e2e.backend;

import io.muster.contract.Connection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/** A broker and a registry in containers. */
public final class ContainersBackend implements Backend {

    private static final int REGISTRY_PORT = 8080;
    private static final String REGISTRY_API = "/apis/ccompat/v7";

    private final KafkaContainer kafka = new KafkaContainer(Images.KAFKA);
    private final GenericContainer<?> registry = new GenericContainer<>(Images.REGISTRY)
            .withExposedPorts(REGISTRY_PORT)
            .waitingFor(Wait.forHttp(REGISTRY_API + "/subjects"));
    private @Nullable Connection connection;

    @Override
    public synchronized Connection connection() {
        if (connection == null) {
            Images.whatIsMissing().ifPresent(Assumptions::abort);
            Startables.deepStart(kafka, registry).join();
            connection = Connection.to(
                    kafka.getBootstrapServers(),
                    "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + REGISTRY_API);
        }
        return connection;
    }

    @Override
    public synchronized void close() {
        kafka.stop();
        registry.stop();
    }

    @Override
    public String toString() {
        return "containers";
    }
}
