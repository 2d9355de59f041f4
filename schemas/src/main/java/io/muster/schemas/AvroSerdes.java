package io.muster.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes serializers and deserializers in the Confluent wire format, all with the same settings: subjects by TopicNameStrategy,
 * schemas registered beforehand by {@code muster topics} and never on the way.
 */
public final class AvroSerdes {

    private final Map<String, Object> settings;

    /**
     * @param registryUrl address of a registry that speaks Confluent's API; several are separated by commas
     * @param more further settings of Confluent's serializers, e.g. {@code basic.auth.user.info}
     */
    public AvroSerdes(String registryUrl, Map<String, ?> more) {
        TrustedClasses.trust();
        Map<String, Object> all = new HashMap<>(more);
        all.put("schema.registry.url", registryUrl);
        all.putIfAbsent("auto.register.schemas", false);
        all.put("specific.avro.reader", true);
        all.put("avro.remove.java.properties", true);
        this.settings = Map.copyOf(all);
    }

    /** The schema of an Avro topic's values as it stands in the registry: without the hints for Java's code generator. */
    public static Schema schema(Topic<?> topic) {
        requireAvro(topic);
        GenericContainer generated = () -> SpecificData.get().getSchema(topic.valueType());
        return AvroSchemaUtils.getSchema(generated, false, false, true);
    }

    /** A serializer for the values of an Avro topic. */
    public <V> Serializer<V> serializer(Topic<V> topic) {
        requireAvro(topic);
        KafkaAvroSerializer confluent = new KafkaAvroSerializer();
        confluent.configure(settings, false);
        @SuppressWarnings("unchecked") // it takes any generated record
        Serializer<V> typed = (Serializer<V>) (Serializer<?>) confluent;
        return new SteadySerializer<>(topic, typed);
    }

    /**
     * A deserializer for the values of an Avro topic, into generated records. It throws
     * {@link org.apache.kafka.common.errors.SerializationException} for bytes that do not decode.
     */
    public <V> Deserializer<V> deserializer(Topic<V> topic) {
        requireAvro(topic);
        KafkaAvroDeserializer confluent = new KafkaAvroDeserializer();
        confluent.configure(settings, false);
        return new SteadyDeserializer<>(topic, confluent);
    }

    private static void requireAvro(Topic<?> topic) {
        if (!topic.isAvro()) {
            throw new IllegalArgumentException(topic.name() + " carries bytes as received, not Avro records");
        }
    }
}
