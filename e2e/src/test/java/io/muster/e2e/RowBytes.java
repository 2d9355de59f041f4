package io.muster.e2e;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The rows on the output topics as bytes, without the time of computation. */
public final class RowBytes {

    private static final List<Topic<?>> TOPICS = List.of(
            Topics.DAILY_COUNTS, Topics.AREA_PROGRESS, Topics.SEGMENT_COUNTS, Topics.CAMPAIGN_PROGRESS, Topics.ALERTS);

    private final SortedMap<String, Row> rows;

    private record Row(String hex, long offset) {}

    private RowBytes(SortedMap<String, Row> rows) {
        this.rows = rows;
    }

    public static RowBytes read(Connection connection) {
        SortedMap<String, Row> rows = new TreeMap<>();
        for (Topic<?> topic : TOPICS) {
            for (ConsumerRecord<String, Object> record : new TopicReader(connection).records(topic)) {
                String key = topic.name() + " " + record.key();
                if (record.value() == null) {
                    rows.remove(key);
                } else {
                    rows.put(key, new Row(hex((GenericRecord) record.value()), record.offset()));
                }
            }
        }
        return new RowBytes(rows);
    }

    public int count() {
        return rows.size();
    }

    /** How a replay deviates: each row must be published again, and unchanged. Empty if it does not deviate. */
    public List<String> differencesToReplay(RowBytes replay) {
        List<String> differences = new ArrayList<>();
        rows.forEach((key, row) -> {
            Row again = replay.rows.get(key);
            if (again == null) {
                differences.add(key + " is missing");
            } else if (again.offset() == row.offset()) {
                differences.add(key + " was not published again");
            } else if (!again.hex().equals(row.hex())) {
                differences.add(key + " differs");
            }
        });
        replay.rows.keySet().stream()
                .filter(key -> !rows.containsKey(key))
                .forEach(key -> differences.add(key + " is new"));
        return differences;
    }

    private static String hex(GenericRecord row) {
        forgetWhenComputed(row);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(row.getSchema()).write(row, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    /** Clears the time, also in the root area's progress within a campaign's row. */
    private static void forgetWhenComputed(GenericRecord row) {
        row.put("computedAt", 0L);
        if (row.hasField("progress") && row.get("progress") instanceof GenericRecord progress) {
            forgetWhenComputed(progress);
        }
    }
}
