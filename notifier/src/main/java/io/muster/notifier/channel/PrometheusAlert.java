package io.muster.notifier.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.tally.AlertRow;
import io.muster.notifier.Message;
import io.muster.notifier.Message.Item;
import io.muster.notifier.Notification;
import io.muster.notifier.Notification.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An alert in the data model of Prometheus.
 *
 * @param labels identify the alert: the same each time it is sent
 * @param annotations describe its current state
 */
record PrometheusAlert(
        SortedMap<String, String> labels, SortedMap<String, String> annotations, Notification notification) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int SEPARATOR = 0xff;

    static PrometheusAlert of(Message message, Item item) {
        SortedMap<String, String> labels = new TreeMap<>();
        AlertRule rule = item.notification().alert().rule();
        labels.put("alertname", message.sample() ? "EnrollmentTest" : name(rule));
        labels.put("campaign", message.campaign().id().value());
        labels.put("area", item.notification().alert().areaId().value());
        labels.put("rule", rule.name());
        labels.put("severity", severity(rule));
        SortedMap<String, String> annotations = new TreeMap<>();
        annotations.put("summary", item.summary());
        annotations.put("description", item.text());
        annotations.put("campaign_name", message.campaign().name());
        annotations.put("area_name", item.areaName());
        annotations.put("notification_key", item.key());
        figures(item.notification().row(), annotations);
        if (item.notification().kind() == Kind.WITHDRAWN) {
            annotations.put("withdrawn", "true");
        }
        return new PrometheusAlert(labels, annotations, item.notification());
    }

    private static void figures(@Nullable AlertRow row, SortedMap<String, String> into) {
        if (row == null) {
            return;
        }
        into.put("as_of_day", row.asOfDay().toString());
        into.put("enrolled", Long.toString(row.enrolled()));
        into.put("target", Long.toString(row.target()));
        put(into, "expected", row.expected());
        put(into, "attainment_percent", row.attainmentPercent());
        put(into, "required_per_day", row.requiredPerDay());
    }

    private static void put(SortedMap<String, String> into, String name, @Nullable Double figure) {
        if (figure != null) {
            into.put(name, figure.toString());
        }
    }

    private static String name(AlertRule rule) {
        return switch (rule) {
            case BEHIND -> "EnrollmentBehind";
            case SILENT -> "EnrollmentSilent";
            case COMPLETED -> "EnrollmentCompleted";
            case MISSED -> "EnrollmentMissed";
        };
    }

    private static String severity(AlertRule rule) {
        return switch (rule) {
            case COMPLETED -> "info";
            case BEHIND, SILENT -> "warning";
            case MISSED -> "critical";
        };
    }

    /** When the alert ended, but never before it fired; {@code now} if it was withdrawn. */
    Instant endedAt(Instant now) {
        Instant ended = notification.endedAt() == null ? now : notification.endedAt();
        return ended.isBefore(notification.firedAt()) ? notification.firedAt() : ended;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("labels", json(labels));
        json.set("annotations", json(annotations));
        return json;
    }

    static ObjectNode json(SortedMap<String, String> pairs) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        pairs.forEach(json::put);
        return json;
    }

    /** The label fingerprint of Prometheus: 64-bit FNV-1a over names and values, each followed by the byte 0xff. */
    String fingerprint() {
        long hash = FNV_OFFSET;
        for (var label : labels.entrySet()) {
            hash = add(add(hash, label.getKey()), label.getValue());
        }
        return String.format("%016x", hash);
    }

    private static long add(long hash, String text) {
        long sum = hash;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            sum = (sum ^ (octet & 0xff)) * FNV_PRIME;
        }
        return (sum ^ SEPARATOR) * FNV_PRIME;
    }
}
