package io.muster.streams.topology.reference;

import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.tally.RowKey;
import io.muster.schema.Area;
import io.muster.schema.Campaign;
import io.muster.schema.CertifiedCount;
import io.muster.schema.Target;
import io.muster.streams.topology.reference.ReferenceProcessor.Update;
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
        CampaignId campaignId = new CampaignId(key);
        data.campaign(campaignId, campaign == null ? null : ReferenceMapping.fromAvro(campaignId, campaign));
    }

    private void area(String key, @Nullable Area area) {
        AreaId areaId = new AreaId(key);
        data.area(areaId, area == null ? null : ReferenceMapping.fromAvro(areaId, area));
    }

    private void target(String key, @Nullable Target target) {
        RecordKeys.TargetKey of = RecordKeys.parseTarget(key);
        data.target(
                of.campaignId(),
                of.areaId(),
                target == null
                        ? null
                        : new io.muster.domain.reference.Target(of.campaignId(), of.areaId(), target.getTarget())
                                .target());
    }

    private void certified(String key, @Nullable CertifiedCount count) {
        RowKey.OfDay of = RecordKeys.parseDay(key);
        data.certified(
                of.campaignId(),
                of.areaId(),
                of.date(),
                count == null
                        ? null
                        : new io.muster.domain.reference.CertifiedCount(
                                        of.campaignId(), of.areaId(), of.date(), count.getEnrolled())
                                .enrolled());
    }
}
