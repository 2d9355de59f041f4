package io.muster.e2e;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.oracle.ExpectedCorrections.Change;
import io.muster.domain.oracle.ExpectedLosses.Loss;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** The recorded corrections, lost statements, rejections and alerts. */
public final class Recorded {

    private Recorded() {}

    public static List<Change> corrections(Connection connection) {
        return new TopicReader(connection)
                .records(Topics.CORRECTIONS).stream()
                        .map(record -> {
                            GenericRecord correction = (GenericRecord) record.value();
                            return new Change(record.key(), eventId(correction, "from"), eventId(correction, "to"));
                        })
                        .toList();
    }

    /** Statements that arrived later but lost. */
    public static List<Loss> losses(Connection connection) {
        return new TopicReader(connection)
                .records(Topics.LOST_STATEMENTS).stream()
                        .map(record -> {
                            GenericRecord loss = (GenericRecord) record.value();
                            return new Loss(record.key(), eventId(loss, "lost"), eventId(loss, "standing"));
                        })
                        .toList();
    }

    /** Rejections by the position of the rejected record. */
    public static List<Position> rejections(Connection connection) {
        return new TopicReader(connection)
                .bytes(Topics.REJECTIONS).stream()
                        .map(record -> refusedAt(record.headers()))
                        .toList();
    }

    /** Keys of alerts that were republished with no change but the time of computation. */
    public static List<String> repeatedAlerts(Connection connection) {
        List<String> repeated = new ArrayList<>();
        Map<String, Object> latest = new HashMap<>();
        for (ConsumerRecord<String, Object> record : new TopicReader(connection).records(Topics.ALERTS)) {
            if (record.value() instanceof GenericRecord alert) {
                alert.put("computedAt", 0L);
            }
            if (latest.containsKey(record.key()) && Objects.equals(latest.get(record.key()), record.value())) {
                repeated.add(record.key());
            }
            latest.put(record.key(), record.value());
        }
        return repeated;
    }

    /** The position of the rejected record. */
    static Position refusedAt(Headers headers) {
        return new Position(
                Integer.parseInt(text(headers, "muster.rejection.partition")),
                Long.parseLong(text(headers, "muster.rejection.offset")));
    }

    private static String eventId(GenericRecord correction, String side) {
        return ((GenericRecord) correction.get(side)).get("eventId").toString();
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
