package io.muster.cli.topics;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.muster.cli.topics.SetupResult.State;
import io.muster.contract.failure.RegistryFailure;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topic;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Registers missing schemas, and sets the compatibility of their subjects to FULL_TRANSITIVE. */
final class SubjectSetup {

    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final SchemaRegistryClient registry;

    SubjectSetup(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    List<SetupResult> ensure(Collection<Topic<?>> topics) throws IOException, RestClientException {
        List<SetupResult> results = new ArrayList<>();
        for (Topic<?> topic : topics) {
            if (topic.isAvro()) {
                results.add(ensure(topic.subject(), new AvroSchema(AvroSerdes.schema(topic))));
            }
        }
        return results;
    }

    private SetupResult ensure(String subject, AvroSchema schema) throws IOException, RestClientException {
        Optional<Integer> id = found(() -> registry.getId(subject, schema));
        Optional<String> compatibility = found(() -> registry.getCompatibility(subject));
        if (id.isEmpty()) {
            try {
                registry.register(subject, schema);
            } catch (RestClientException e) {
                if (e.getStatus() != HttpURLConnection.HTTP_CONFLICT) {
                    throw e;
                }
                return new SetupResult(
                        subject,
                        State.WRONG,
                        "not registered",
                        List.of("the registry has an incompatible schema: " + e.getMessage()
                                + "; does another version of Muster use this registry?"));
            }
        }
        if (compatibility.isEmpty()) {
            registry.updateCompatibility(subject, COMPATIBILITY);
        }
        String detail = "version " + registry.getVersion(subject, schema);
        if (!COMPATIBILITY.equals(compatibility.orElse(COMPATIBILITY))) {
            return new SetupResult(
                    subject,
                    State.DIFFERS,
                    detail,
                    List.of("its compatibility is " + compatibility.get() + " instead of " + COMPATIBILITY
                            + "; set it in the registry, or readers of old records may break"));
        }
        return id.isEmpty()
                ? SetupResult.created(subject, detail)
                : new SetupResult(subject, State.PRESENT, detail, List.of());
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
