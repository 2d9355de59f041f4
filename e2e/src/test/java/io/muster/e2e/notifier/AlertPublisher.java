package io.muster.e2e.notifier;

import io.muster.contract.Connection;
import io.muster.contract.mapping.RowMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import io.muster.domain.tally.AlertRow;
import io.muster.schema.Alert;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes alerts of one campaign, as the streams application does. */
final class AlertPublisher implements AutoCloseable {

    static final String CAMPAIGN = "drive";
    private static final CampaignId CAMPAIGN_ID = new CampaignId(CAMPAIGN);
    static final Instant FIRED_AT = Instant.parse("2023-05-11T17:00:00Z");
    static final Instant RESOLVED_AT = Instant.parse("2023-05-14T17:00:00Z");

    private final Producer<String, Alert> producer;

    AlertPublisher(Connection connection) {
        producer = new KafkaProducer<>(
                connection.clientSettings(),
                new StringSerializer(),
                connection.serdes().serializer(Topics.ALERTS));
    }

    void fire(String areaId, AlertRule rule) throws ExecutionException, InterruptedException {
        put(areaId, rule, row(areaId, rule, new Episode(FIRED_AT, null)));
    }

    void resolve(String areaId, AlertRule rule) throws ExecutionException, InterruptedException {
        put(areaId, rule, row(areaId, rule, new Episode(FIRED_AT, RESOLVED_AT)));
    }

    void withdraw(String areaId, AlertRule rule) throws ExecutionException, InterruptedException {
        put(areaId, rule, null);
    }

    private void put(String areaId, AlertRule rule, @Nullable AlertRow row)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(
                        Topics.ALERTS.name(),
                        RecordKeys.alert(CAMPAIGN_ID, new AreaId(areaId), rule.name()),
                        row == null ? null : RowMapping.toAvro(row, FIRED_AT)))
                .get();
    }

    private static AlertRow row(String areaId, AlertRule rule, Episode episode) {
        return new AlertRow(
                CAMPAIGN_ID,
                new AreaId(areaId),
                rule,
                List.of(episode),
                new AlertRow.Evidence(LocalDate.parse("2023-05-18"), 118, 285, 156.29, 41.4, 11.93, null));
    }

    @Override
    public void close() {
        producer.close();
    }
}
