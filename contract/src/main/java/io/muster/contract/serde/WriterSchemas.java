package io.muster.contract.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.muster.contract.failure.RegistryFailure;
import io.muster.contract.topic.Topic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Caches the writer schemas of records by their ids in the registry. An id never changes its meaning, so each schema is
 * fetched once. Thread-safe.
 */
final class WriterSchemas {

    private final SchemaRegistryClient client;
    private final Map<SubjectAndId, Written> known = new ConcurrentHashMap<>();

    private record SubjectAndId(String subject, int id) {}

    /** The schema that the registry has under an id. */
    sealed interface Written {

        record Avro(AvroSchema schema) implements Written {}

        /** A schema of another kind, such as JSON. */
        record Other(String type) implements Written {}
    }

    WriterSchemas(SchemaRegistryClient client) {
        this.client = client;
    }

    /** @param settings the settings of Confluent's serializers */
    WriterSchemas(Map<String, ?> settings) {
        KafkaAvroDeserializerConfig config = new KafkaAvroDeserializerConfig(settings);
        client = SchemaRegistryClientFactory.newClient(
                config.getSchemaRegistryUrls(),
                config.getMaxSchemasPerSubject(),
                List.of(new AvroSchemaProvider(), new OtherSchemas("JSON"), new OtherSchemas("PROTOBUF")),
                settings,
                config.requestHeaders());
    }

    /** The registry's client. It stays open as long as the process runs. */
    SchemaRegistryClient client() {
        return client;
    }

    /**
     * The schema under an id.
     *
     * @throws SerializationException if the registry has no such schema
     * @throws RegistryOutageException if the registry does not answer, or has lost all schemas of the topic
     */
    Written of(Topic<?> topic, int id) {
        SubjectAndId key = new SubjectAndId(topic.subject(), id);
        Written answered = known.get(key);
        if (answered == null) {
            answered = ask(topic, id);
            known.put(key, answered);
        }
        return answered;
    }

    private Written ask(Topic<?> topic, int id) {
        String question = "does not say what schema " + id + " is, which a record of " + topic.name() + " names";
        try {
            ParsedSchema schema = client.getSchemaBySubjectAndId(topic.subject(), id);
            if (schema instanceof AvroSchema avro && avro.rawSchema() != null) {
                return new Written.Avro(avro);
            }
            client.reset(); // the client would cache the invalid answer
            throw new IOException("its answer has no schema");
        } catch (RestClientException e) {
            if (!RegistryFailure.isNotFound(e)) {
                throw RegistryAnswers.outage(question, e);
            }
            requireVersions(topic, id);
            throw new SerializationException("the schema registry has no schema " + id, e);
        } catch (InterruptException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return OtherSchemas.typeFoundIn(e)
                    .<Written>map(Written.Other::new)
                    .orElseThrow(() -> RegistryAnswers.outage(question, e));
        }
    }

    /**
     * Makes the client cache the id of the topic's own schema. A missing schema is not an error here: a setting may
     * select another one.
     *
     * @throws RegistryOutageException if the registry does not answer
     */
    void prepareToWrite(Topic<?> topic) {
        try {
            client.getId(topic.subject(), new AvroSchema(AvroSerdes.schema(topic)));
        } catch (RestClientException e) {
            if (!RegistryFailure.isNotFound(e)) {
                throw RegistryAnswers.outage("does not say which id our schema has under " + topic.subject(), e);
            }
        } catch (InterruptException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw RegistryAnswers.outage("does not say which id our schema has under " + topic.subject(), e);
        }
    }

    /** A registry without any schema of the topic has lost its data, so a missing id does not invalidate the record. */
    private void requireVersions(Topic<?> topic, int id) {
        try {
            if (!client.getAllVersions(topic.subject()).isEmpty()) {
                return;
            }
        } catch (RestClientException e) {
            if (!RegistryFailure.isNotFound(e)) {
                throw RegistryAnswers.outage("does not say which versions " + topic.subject() + " has", e);
            }
        } catch (InterruptException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw RegistryAnswers.outage("does not say which versions " + topic.subject() + " has", e);
        }
        throw new RegistryOutageException(
                "the schema registry has lost its schemas: it has none under " + topic.subject() + ", and " + id
                        + ", which a record of " + topic.name() + " names, is unknown to it. "
                        + LostSchemas.REMEDY,
                null);
    }
}
