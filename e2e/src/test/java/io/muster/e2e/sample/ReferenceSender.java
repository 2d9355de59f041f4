package io.muster.e2e.sample;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;

import io.muster.client.PublisherSettings;
import io.muster.client.ReferenceBatch;
import io.muster.client.ReferencePublisher;
import io.muster.contract.Connection;
import io.muster.domain.fixture.ReferenceRecord;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.reference.CertifiedCount;
import io.muster.domain.reference.References;
import io.muster.domain.reference.Target;
import java.time.Duration;
import java.util.List;

/** Sends reference records and tracks the resulting references. */
public final class ReferenceSender {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ReferencePublisher publisher;
    private final ReferencesBuilder sent = someReferences();

    public ReferenceSender(Connection connection) {
        this.publisher = new ReferencePublisher(new PublisherSettings(connection, PATIENCE));
    }

    /** Replaces the references: sends the given ones, and tombstones for all others. */
    public void become(References references) {
        send(ReferenceRecord.between(sent.build(), references));
    }

    /** Sends records in one batch. */
    public void send(List<ReferenceRecord> records) {
        ReferenceBatch batch = new ReferenceBatch();
        records.forEach(record -> add(record, batch));
        publisher.publish(batch);
        records.forEach(sent::take);
    }

    /** The references after everything sent. */
    public References references() {
        return sent.build();
    }

    private static void add(ReferenceRecord record, ReferenceBatch batch) {
        if (record instanceof ReferenceRecord.OfCampaign of) {
            if (of.campaign() == null) {
                batch.removeCampaign(of.campaignId());
            } else {
                batch.put(of.campaign());
            }
        } else if (record instanceof ReferenceRecord.OfArea of) {
            if (of.area() == null) {
                batch.removeArea(of.areaId());
            } else {
                batch.put(of.area());
            }
        } else if (record instanceof ReferenceRecord.OfTarget of) {
            if (of.target() == null) {
                batch.removeTarget(of.campaignId(), of.areaId());
            } else {
                batch.put(new Target(of.campaignId(), of.areaId(), of.target()));
            }
        } else if (record instanceof ReferenceRecord.OfCertifiedCount of) {
            if (of.enrolled() == null) {
                batch.removeCertifiedCount(of.campaignId(), of.areaId(), of.date());
            } else {
                batch.put(new CertifiedCount(of.campaignId(), of.areaId(), of.date(), of.enrolled()));
            }
        }
    }
}
