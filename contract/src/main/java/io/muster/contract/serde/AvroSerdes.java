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
 * Makes serializers and deserializers in the Confluent wire format, all with the same settings: subjects by TopicNameStrategy,
 * schemas registered beforehand by {@code muster topics} and never on the way. All of them share one client of the registry, and what it has
 * answered: a process needs one of these.
 */
public final class AvroSerdes {

    private final Map<String, Object> settings;
    private final boolean refusesMovedIds;
    private @Nullable WriterSchemas schemas;

    /**
     * @param registryUrl address of a registry that speaks Confluent's API; several are separated by commas
     * @param more further settings of Confluent's serializers, e.g. {@code basic.auth.user.info}; {@code moved.schema.ids=refuse} is ours,
     *     and has records refused whose schema id once meant another schema, rather than wait
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

    /** @param registry asks a registry */
    public AvroSerdes(SchemaRegistryClient registry, Map<String, ?> more) {
        this("given", more);
        schemas = new WriterSchemas(registry);
    }

    /** The schema of an Avro topic's values as it stands in the registry: without the hints for Java's code generator. */
    public static Schema schema(Topic<?> topic) {
        requireAvro(topic);
        GenericContainer generated = () -> SpecificData.get().getSchema(topic.valueType());
        return AvroSchemaUtils.getSchema(generated, false, false, true);
    }

    /**
     * A serializer for the values of an Avro topic. It throws {@link RegistryOutageException} where the registry does not give the
     * schema, for whatever reason: nothing is wrong with the record then.
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
     * {@link org.apache.kafka.common.errors.SerializationException} for bytes that are wrong in themselves, or of a schema that the
     * registry says it does not have, and {@link RegistryOutageException} while the registry does not say what they mean.
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

    /** Made when it is needed first: it fails where an address is none. */
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
