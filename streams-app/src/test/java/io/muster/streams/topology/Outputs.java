package io.muster.streams.topology;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;

import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.oracle.ExpectedCorrections.Change;
import io.muster.domain.oracle.ExpectedLosses.Loss;
import io.muster.schema.AreaProgress;
import io.muster.schema.CampaignProgress;
import io.muster.schema.Correction;
import io.muster.schema.DailyCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Reads the outputs of the topology. Rows looked up by area alone belong to the campaign "drive". */
final class Outputs implements LatestRows.Latest {

    private static final String CAMPAIGN = "drive";

    private final TopologyTestDriver driver;
    private final AvroSerdes serdes;
    private final Map<String, List<TestRecord<String, ?>>> all = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();

    Outputs(TopologyTestDriver driver, AvroSerdes serdes) {
        this.driver = driver;
        this.serdes = serdes;
    }

    /** The records written since the last call. */
    <V> List<TestRecord<String, V>> written(Topic<V> topic) {
        List<TestRecord<String, V>> records = all(topic);
        int before = asked.getOrDefault(topic.name(), 0);
        asked.put(topic.name(), records.size());
        return records.subList(before, records.size());
    }

    @Override
    public <V> SortedMap<String, V> latest(Topic<V> topic) {
        SortedMap<String, V> latest = new TreeMap<>();
        for (TestRecord<String, V> record : all(topic)) {
            if (record.value() == null) {
                latest.remove(record.key());
            } else {
                latest.put(record.key(), record.value());
            }
        }
        return latest;
    }

    DailyCount day(String area, String date) {
        return row(Topics.DAILY_COUNTS, RecordKeys.day(campaignId(CAMPAIGN), areaId(area), LocalDate.parse(date)));
    }

    AreaProgress area(String area) {
        return row(Topics.AREA_PROGRESS, RecordKeys.area(campaignId(CAMPAIGN), areaId(area)));
    }

    CampaignProgress campaign() {
        return row(Topics.CAMPAIGN_PROGRESS, CAMPAIGN);
    }

    long segment(String area, String dimension, String value) {
        return row(Topics.SEGMENT_COUNTS, RecordKeys.segment(campaignId(CAMPAIGN), areaId(area), dimension, value))
                .getEnrolled();
    }

    List<Correction> corrections() {
        return all(Topics.CORRECTIONS).stream().map(TestRecord::value).toList();
    }

    /** The corrections, each with the event ids of both statements. */
    List<Change> changes() {
        return all(Topics.CORRECTIONS).stream()
                .map(record -> new Change(
                        record.key(),
                        record.value().getFrom().getEventId().toString(),
                        record.value().getTo().getEventId().toString()))
                .toList();
    }

    /** The lost statements, each with its event id and that of the winner. */
    List<Loss> losses() {
        return all(Topics.LOST_STATEMENTS).stream()
                .map(record -> new Loss(
                        record.key(),
                        record.value().getLost().getEventId().toString(),
                        record.value().getStanding().getEventId().toString()))
                .toList();
    }

    /** The new rejections, with keys and values as bytes. */
    List<TestRecord<byte[], byte[]>> rejections() {
        return driver.createOutputTopic(
                        Topics.REJECTIONS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private <V> V row(Topic<V> topic, String key) {
        SortedMap<String, V> latest = latest(topic);
        V row = latest.get(key);
        if (row == null) {
            throw new AssertionError("no row " + key + " on " + topic.name() + " among " + latest.keySet());
        }
        return row;
    }

    private <V> List<TestRecord<String, V>> all(Topic<V> topic) {
        List<TestRecord<String, ?>> records = all.computeIfAbsent(topic.name(), name -> new ArrayList<>());
        records.addAll(driver.createOutputTopic(topic.name(), new StringDeserializer(), deserializer(topic))
                .readRecordsToList());
        @SuppressWarnings("unchecked") // the records were read with the deserializer of the topic
        List<TestRecord<String, V>> typed = (List<TestRecord<String, V>>) (List<?>) records;
        return typed;
    }

    @SuppressWarnings("unchecked") // a topic that is not Avro has byte[] for V
    private <V> Deserializer<V> deserializer(Topic<V> topic) {
        return topic.isAvro() ? serdes.deserializer(topic) : (Deserializer<V>) new ByteArrayDeserializer();
    }
}
