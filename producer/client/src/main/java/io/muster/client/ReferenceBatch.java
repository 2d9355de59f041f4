package io.muster.client;

import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.CertifiedCount;
import io.muster.domain.reference.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of reference records that belong together. */
public final class ReferenceBatch {

    private final List<Change<?>> changes = new ArrayList<>();

    /** @param value null: the record is removed */
    record Change<V>(Topic<V> topic, String key, @Nullable V value) {}

    /** Defines a campaign, or defines it anew. */
    public ReferenceBatch put(Campaign campaign) {
        return add(Topics.CAMPAIGNS, campaign.campaignId(), ReferenceMapping.toAvro(campaign));
    }

    /** Defines an area, or defines it anew. */
    public ReferenceBatch put(Area area) {
        return add(Topics.AREAS, area.areaId(), ReferenceMapping.toAvro(area));
    }

    /** Sets what an area is to reach in a campaign. */
    public ReferenceBatch put(Target target) {
        return add(
                Topics.TARGETS,
                RecordKeys.target(target.campaignId(), target.areaId()),
                new io.muster.schema.Target(target.target()));
    }

    /** Signs off the count of one day, without saying when and by whom. */
    public ReferenceBatch put(CertifiedCount count) {
        return put(count, null, null);
    }

    /** Signs off the count of one day. */
    public ReferenceBatch put(CertifiedCount count, @Nullable Instant certifiedAt, @Nullable String certifiedBy) {
        return add(
                Topics.CERTIFIED_COUNTS,
                RecordKeys.day(count.campaignId(), count.areaId(), count.date()),
                new io.muster.schema.CertifiedCount(count.enrolled(), certifiedAt, certifiedBy));
    }

    public ReferenceBatch removeCampaign(String campaignId) {
        return add(Topics.CAMPAIGNS, campaignId, null);
    }

    public ReferenceBatch removeArea(String areaId) {
        return add(Topics.AREAS, areaId, null);
    }

    public ReferenceBatch removeTarget(String campaignId, String areaId) {
        return add(Topics.TARGETS, RecordKeys.target(campaignId, areaId), null);
    }

    /** Takes the sign-off of one day back. */
    public ReferenceBatch removeCertifiedCount(String campaignId, String areaId, LocalDate date) {
        return add(Topics.CERTIFIED_COUNTS, RecordKeys.day(campaignId, areaId, date), null);
    }

    List<Change<?>> changes() {
        return List.copyOf(changes);
    }

    private <V> ReferenceBatch add(Topic<V> topic, String key, @Nullable V value) {
        changes.add(new Change<>(topic, key, value));
        return this;
    }
}
