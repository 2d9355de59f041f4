package io.muster.cli.topics;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.muster.cli.topics.Finding.State;
import io.muster.contract.failure.RegistryFailure;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topic;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Registers the schemas that are missing, and holds every later one to FULL_TRANSITIVE compatibility. */
final class SubjectSetup {

    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final SchemaRegistryClient registry;

    SubjectSetup(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    List<Finding> ensure(Collection<Topic<?>> topics) throws IOException, RestClientException {
        List<Finding> findings = new ArrayList<>();
        for (Topic<?> topic : topics) {
            if (topic.isAvro()) {
                findings.add(ensure(topic.subject(), new AvroSchema(AvroSerdes.schema(topic))));
            }
        }
        return findings;
    }

    private Finding ensure(String subject, AvroSchema schema) throws IOException, RestClientException {
        Optional<Integer> id = found(() -> registry.getId(subject, schema));
        Optional<String> compatibility = found(() -> registry.getCompatibility(subject));
        if (id.isEmpty()) {
            try {
                registry.register(subject, schema);
            } catch (RestClientException e) {
                if (e.getStatus() != HttpURLConnection.HTTP_CONFLICT) {
                    throw e;
                }
                return new Finding(
                        subject,
                        State.WRONG,
                        "not registered",
                        List.of("an older schema there is not compatible with" + " ours: " + e.getMessage()
                                + "; is this registry used by another version of Muster?"));
            }
        }
        if (compatibility.isEmpty()) {
            registry.updateCompatibility(subject, COMPATIBILITY);
        }
        String detail = "version " + registry.getVersion(subject, schema);
        if (!COMPATIBILITY.equals(compatibility.orElse(COMPATIBILITY))) {
            return new Finding(
                    subject,
                    State.DIFFERS,
                    detail,
                    List.of("its compatibility is " + compatibility.get() + " instead of " + COMPATIBILITY
                            + ": set it in the registry, or readers of old records may break"));
        }
        return id.isEmpty() ? Finding.created(subject, detail) : new Finding(subject, State.PRESENT, detail, List.of());
    }

    private static <T> Optional<T> found(Request<T> request) throws IOException, RestClientException {
        try {
            return Optional.of(request.answer());
        } catch (RestClientException e) {
            if (RegistryFailure.isNotFound(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private interface Request<T> {
        T answer() throws IOException, RestClientException;
    }
}
