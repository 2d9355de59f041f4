package io.muster.client;

import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.CertifiedCount;
import io.muster.domain.reference.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes to reference records that are published in one transaction. */
public final class ReferenceBatch {

    private final List<Change<?>> changes = new ArrayList<>();

    /** @param value null for a tombstone, which removes the record */
    record Change<V>(Topic<V> topic, String key, @Nullable V value) {}

    /** Creates or replaces a campaign. */
    public ReferenceBatch put(Campaign campaign) {
        return add(Topics.CAMPAIGNS, campaign.campaignId().value(), ReferenceMapping.toAvro(campaign));
    }

    /** Creates or replaces an area. */
    public ReferenceBatch put(Area area) {
        return add(Topics.AREAS, area.areaId().value(), ReferenceMapping.toAvro(area));
    }

    /** Sets the target of an area in a campaign. */
    public ReferenceBatch put(Target target) {
        return add(
                Topics.TARGETS,
                RecordKeys.target(target.campaignId(), target.areaId()),
                new io.muster.schema.Target(target.target()));
    }

    /** Certifies the count of one day. Records neither the time nor the person. */
    public ReferenceBatch put(CertifiedCount count) {
        return put(count, null, null);
    }

    /** Certifies the count of one day. */
    public ReferenceBatch put(CertifiedCount count, @Nullable Instant certifiedAt, @Nullable String certifiedBy) {
        return add(
                Topics.CERTIFIED_COUNTS,
                RecordKeys.day(count.campaignId(), count.areaId(), count.date()),
                new io.muster.schema.CertifiedCount(count.enrolled(), certifiedAt, certifiedBy));
    }

    public ReferenceBatch removeCampaign(CampaignId campaignId) {
        return add(Topics.CAMPAIGNS, campaignId.value(), null);
    }

    public ReferenceBatch removeArea(AreaId areaId) {
        return add(Topics.AREAS, areaId.value(), null);
    }

    public ReferenceBatch removeTarget(CampaignId campaignId, AreaId areaId) {
        return add(Topics.TARGETS, RecordKeys.target(campaignId, areaId), null);
    }

    /** Withdraws the certification of one day. */
    public ReferenceBatch removeCertifiedCount(CampaignId campaignId, AreaId areaId, LocalDate date) {
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
