package io.muster.contract.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.muster.contract.topic.Topic;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Creates serializers and deserializers for the Confluent wire format. Subjects follow TopicNameStrategy; schemas are
 * registered in advance by {@code muster topics}, never while writing. All of them share one registry client and its
 * cache, so a process needs only one instance.
 */
public final class AvroSerdes {

    private final Map<String, Object> settings;
    private final boolean refusesMovedIds;
    private @Nullable WriterSchemas schemas;

    /**
     * @param registryUrl the URL of Confluent's API, several separated by commas
     * @param more further settings of Confluent's serializers, e.g. {@code basic.auth.user.info}. Our own
     *     {@code moved.schema.ids=refuse} rejects records whose schema id was reassigned, instead of waiting
     */
    public AvroSerdes(String registryUrl, Map<String, ?> more) {
        TrustedClasses.trust();
        Map<String, Object> all = RegistryAnswers.withTimeouts(more);
        refusesMovedIds = LostSchemas.REFUSE.equals(all.remove(LostSchemas.SETTING));
        all.put("schema.registry.url", registryUrl);
        all.putIfAbsent("auto.register.schemas", false);
        all.put("specific.avro.reader", true);
        all.put("avro.remove.java.properties", true);
        this.settings = Map.copyOf(all);
    }

    /** @param registry the client to use */
    public AvroSerdes(SchemaRegistryClient registry, Map<String, ?> more) {
        this("given", more);
        schemas = new WriterSchemas(registry);
    }

    /** The schema of an Avro topic's values as registered: without the properties for Java's code generator. */
    public static Schema schema(Topic<?> topic) {
        requireAvro(topic);
        GenericContainer generated = () -> SpecificData.get().getSchema(topic.valueType());
        return AvroSchemaUtils.getSchema(generated, false, false, true);
    }

    /**
     * A serializer for the values of an Avro topic. It throws {@link RegistryOutageException} if it cannot obtain the
     * schema; the record is valid then.
     */
    public <V> Serializer<V> serializer(Topic<V> topic) {
        requireAvro(topic);
        WriterSchemas shared = schemas();
        KafkaAvroSerializer confluent = new KafkaAvroSerializer(shared.client());
        confluent.configure(settings, false);
        @SuppressWarnings("unchecked") // it takes any generated record
        Serializer<V> typed = (Serializer<V>) (Serializer<?>) confluent;
        return new SteadySerializer<>(topic, shared, typed);
    }

    /**
     * A deserializer for the values of an Avro topic, into generated records. It throws
     * {@link org.apache.kafka.common.errors.SerializationException} for invalid bytes or a schema unknown to the
     * registry, and {@link RegistryOutageException} while the registry cannot provide the schema.
     */
    public <V> Deserializer<V> deserializer(Topic<V> topic) {
        requireAvro(topic);
        WriterSchemas shared = schemas();
        KafkaAvroDeserializer confluent = new KafkaAvroDeserializer(shared.client());
        confluent.configure(settings, false);
        return new SteadyDeserializer<>(
                topic,
                shared,
                confluent,
                new LostSchemas<>(topic, SpecificData.getForClass(topic.valueType()), !refusesMovedIds));
    }

    /** Created on first use, because an invalid URL makes it fail. */
    private synchronized WriterSchemas schemas() {
        if (schemas == null) {
            schemas = new WriterSchemas(settings);
        }
        return schemas;
    }

    private static void requireAvro(Topic<?> topic) {
        if (!topic.isAvro()) {
            throw new IllegalArgumentException(topic.name() + " carries bytes as received, not Avro records");
        }
    }
}
