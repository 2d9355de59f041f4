package io.muster.cli.board;

import io.muster.contract.Connection;
import io.muster.contract.mapping.HeartbeatMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.tally.Heartbeat;
import io.muster.domain.tally.Heartbeat.Stage;
import io.muster.schema.Area;
import io.muster.schema.Campaign;
import io.muster.schema.CampaignProgress;
import io.muster.schema.Correction;
import io.muster.schema.DailyCount;
import io.muster.schema.DataQuality;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.LostStatement;
import io.muster.schema.Placement;
import io.muster.schema.PlanCurve;
import io.muster.schema.Target;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes a small drive as the streams application does: in transactions, some of them aborted. */
final class PublishedDrive implements AutoCloseable {

    static final LocalDate DAY = LocalDate.parse("2023-05-18");
    private static final CampaignId DRIVE = new CampaignId("drive");
    private static final Instant COMPUTED_AT = Instant.parse("2023-05-18T10:30:00Z");

    private final KafkaProducer<String, byte[]> producer;
    private final AvroSerdes serdes;

    PublishedDrive(Connection to) {
        Map<String, Object> settings = to.clientSettings();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "published-drive");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
        serdes = to.serdes();
    }

    /** Runs the action in a transaction that is committed. */
    PublishedDrive commit(Consumer<PublishedDrive> records) {
        producer.beginTransaction();
        records.accept(this);
        producer.commitTransaction();
        return this;
    }

    /** Runs the action in a transaction that is aborted. */
    PublishedDrive abort(Consumer<PublishedDrive> records) {
        producer.beginTransaction();
        records.accept(this);
        producer.flush();
        producer.abortTransaction();
        return this;
    }

    /** A drive in one province with two districts, without a count. */
    void definitions() {
        put(
                Topics.CAMPAIGNS,
                "drive",
                Campaign.newBuilder()
                        .setNames(Map.of("vi", "Đợt vận động", "en", "Drive"))
                        .setStartsOn(LocalDate.parse("2023-05-01"))
                        .setEndsOn(LocalDate.parse("2023-05-31"))
                        .setZone("Asia/Ho_Chi_Minh")
                        .setRootAreaId("bac-giang")
                        .setPlanCurve(PlanCurve.LINEAR)
                        .setPlanPoints(List.of())
                        .build());
        area("bac-giang", null, "province", "Bắc Giang", 435);
        area("yen-dung", "bac-giang", "district", "Yên Dũng", 285);
        area("son-dong", "bac-giang", "district", "Sơn Động", 150);
        put(
                Topics.CAMPAIGN_PROGRESS,
                "drive",
                CampaignProgress.newBuilder()
                        .setCampaignId("drive")
                        .setAsOfDay(DAY)
                        .setComputedAt(COMPUTED_AT)
                        .setLeaders(List.of())
                        .setDataQuality(DataQuality.newBuilder().build())
                        .build());
    }

    private void area(String id, @Nullable String parentId, String level, String name, long target) {
        put(
                Topics.AREAS,
                id,
                Area.newBuilder()
                        .setParentId(parentId)
                        .setLevel(level)
                        .setKind(level)
                        .setNames(Map.of("vi", name))
                        .build());
        put(
                Topics.TARGETS,
                RecordKeys.target(DRIVE, new AreaId(id)),
                Target.newBuilder().setTarget(target).build());
    }

    void day(String areaId, long enrolled) {
        put(
                Topics.DAILY_COUNTS,
                dayKey(areaId),
                DailyCount.newBuilder()
                        .setCampaignId("drive")
                        .setAreaId(areaId)
                        .setDate(DAY)
                        .setEnrolled(enrolled)
                        .setWithdrawn(0)
                        .setComputedAt(COMPUTED_AT)
                        .build());
    }

    /** The correction that the application writes when a statement moves or removes a counted participant. */
    void correction(String participantRef, Placement from, Placement to) {
        put(
                Topics.CORRECTIONS,
                RecordKeys.participant(DRIVE, new ParticipantRef(participantRef)),
                new Correction("drive", participantRef, from, to));
    }

    /** The record that the application writes when a later statement loses. */
    void lost(String participantRef, Placement lost, Placement standing) {
        put(
                Topics.LOST_STATEMENTS,
                RecordKeys.participant(DRIVE, new ParticipantRef(participantRef)),
                new LostStatement("drive", participantRef, lost, standing, COMPUTED_AT));
    }

    /** The heartbeats that the application writes for each partition every few seconds. */
    void heartbeat(Instant at) {
        Heartbeat heartbeat = new Heartbeat("muster", Stage.LEDGER, 0, 5L, at, 0L, at);
        byte[] value = serdes.serializer(Topics.HEARTBEATS)
                .serialize(Topics.HEARTBEATS.name(), HeartbeatMapping.toAvro(heartbeat));
        String key = HeartbeatMapping.key(heartbeat);
        var unused = producer.send(new ProducerRecord<>(Topics.HEARTBEATS.name(), null, at.toEpochMilli(), key, value));
    }

    void removeHeartbeat() {
        send(Topics.HEARTBEATS, RecordKeys.heartbeat("muster", "ledger", 0), null);
    }

    static Placement placement(EnrollmentStatus status, String areaId) {
        return placement(status, areaId, 0);
    }

    /** A placement recorded by a clock that runs ahead. */
    static Placement placement(EnrollmentStatus status, String areaId, int minutesAhead) {
        return new Placement(
                UUID.nameUUIDFromBytes((status + areaId + minutesAhead).getBytes(StandardCharsets.UTF_8)),
                1L,
                status,
                areaId,
                DAY,
                "office",
                COMPUTED_AT.plusSeconds(60L * minutesAhead),
                minutesAhead);
    }

    void removeDay(String areaId) {
        send(Topics.DAILY_COUNTS, dayKey(areaId), null);
    }

    void garbage(String areaId) {
        send(Topics.DAILY_COUNTS, dayKey(areaId), new byte[] {1, 2, 3});
    }

    private static String dayKey(String areaId) {
        return RecordKeys.day(DRIVE, new AreaId(areaId), DAY);
    }

    private <V> void put(Topic<V> topic, String key, V value) {
        send(topic, key, serdes.serializer(topic).serialize(topic.name(), value));
    }

    private void send(Topic<?> topic, String key, byte @Nullable [] value) {
        var unused = producer.send(new ProducerRecord<>(topic.name(), key, value));
    }

    @Override
    public void close() {
        producer.close();
    }
}
