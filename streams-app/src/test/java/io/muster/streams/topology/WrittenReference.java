package io.muster.streams.topology;

import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.ReferenceRecord;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts reference records to Avro records of their topics. */
public final class WrittenReference {

    private WrittenReference() {}

    /** Receives a record. */
    public interface Receiver {

        /** @param value null for a tombstone */
        <V> void take(Topic<V> topic, String key, @Nullable V value);
    }

    public static void of(ReferenceRecord record, Receiver receiver) {
        if (record instanceof ReferenceRecord.OfCampaign of) {
            receiver.take(Topics.CAMPAIGNS, of.campaignId().value(), map(of.campaign(), ReferenceMapping::toAvro));
        } else if (record instanceof ReferenceRecord.OfArea of) {
            receiver.take(Topics.AREAS, of.areaId().value(), map(of.area(), ReferenceMapping::toAvro));
        } else if (record instanceof ReferenceRecord.OfTarget of) {
            receiver.take(
                    Topics.TARGETS,
                    RecordKeys.target(of.campaignId(), of.areaId()),
                    map(of.target(), io.muster.schema.Target::new));
        } else if (record instanceof ReferenceRecord.OfCertifiedCount of) {
            receiver.take(
                    Topics.CERTIFIED_COUNTS,
                    RecordKeys.day(of.campaignId(), of.areaId(), of.date()),
                    map(of.enrolled(), count -> new io.muster.schema.CertifiedCount(count, null, null)));
        }
    }

    private static <T, V> @Nullable V map(@Nullable T value, Function<T, V> mapping) {
        return value == null ? null : mapping.apply(value);
    }
}
