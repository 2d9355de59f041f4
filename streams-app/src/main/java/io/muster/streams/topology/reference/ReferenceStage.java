package io.muster.streams.topology.reference;

import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.InvalidFieldException;
import io.muster.schema.Area;
import io.muster.schema.Campaign;
import io.muster.schema.CertifiedCount;
import io.muster.schema.Target;
import io.muster.streams.topology.reference.ReferenceProcessor.Update;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Wires the reference topics into {@link ReferenceData}, on every instance. */
public final class ReferenceStage {

    private final ReferenceData data;
    private final Function<Topic<?>, Deserializer<?>> deserializers;
    private final ReferenceEvents events;

    public ReferenceStage(
            ReferenceData data, Function<Topic<?>, Deserializer<?>> deserializers, ReferenceEvents events) {
        this.data = data;
        this.deserializers = deserializers;
        this.events = events;
    }

    public void addTo(Topology topology) {
        add(topology, Topics.CAMPAIGNS, this::campaign);
        add(topology, Topics.AREAS, this::area);
        add(topology, Topics.TARGETS, this::target);
        add(topology, Topics.CERTIFIED_COUNTS, this::certified);
    }

    private <V> void add(Topology topology, Topic<V> topic, Update<V> update) {
        String store = topic.name() + "-store";
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(store), Serdes.ByteArray(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                topic.name() + "-source",
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic.name(),
                topic.name() + "-book",
                () -> new ReferenceProcessor<>(topic, store, deserializers.apply(topic), update, events));
    }

    private void campaign(String key, @Nullable Campaign campaign) {
        data.campaign(key, campaign == null ? null : ReferenceMapping.fromAvro(key, campaign));
    }

    private void area(String key, @Nullable Area area) {
        data.area(key, area == null ? null : ReferenceMapping.fromAvro(key, area));
    }

    private void target(String key, @Nullable Target target) {
        String[] parts = split(key, RecordKeys.INPUT_SEPARATOR, 2, "campaignId:areaId");
        data.target(
                parts[0],
                parts[1],
                target == null
                        ? null
                        : new io.muster.domain.reference.Target(parts[0], parts[1], target.getTarget()).target());
    }

    private void certified(String key, @Nullable CertifiedCount count) {
        String[] parts = split(key, RecordKeys.COUNT_SEPARATOR, 3, "campaignId|areaId|date");
        LocalDate date = date(key, parts[2]);
        data.certified(
                parts[0],
                parts[1],
                date,
                count == null
                        ? null
                        : new io.muster.domain.reference.CertifiedCount(parts[0], parts[1], date, count.getEnrolled())
                                .enrolled());
    }

    private static LocalDate date(String key, String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new InvalidFieldException("key", "must end with a date such as 2023-05-18, but is " + key);
        }
    }

    private static String[] split(String key, char separator, int parts, String form) {
        String[] split = key.split("\\" + separator, parts);
        if (split.length != parts) {
            throw new InvalidFieldException("key", "must be " + form + ", but is " + key);
        }
        return split;
    }
}
